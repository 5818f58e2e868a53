import { arcPath } from '../ring-geometry.ts';

/** The mark of the extension, in the colours of the theme. */
export function Brand() {
  return (
    <svg class="brand-mark" viewBox="0 0 200 200" width="28" height="28" aria-hidden="true">
      <circle class="ring-track" cx="100" cy="100" r="88" />
      <path class="ring-value" d={arcPath(0.68)} />
      <path class="brand-bars" d="M72 128v-26M100 128V88M128 128V70" />
    </svg>
  );
}
