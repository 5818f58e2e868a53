import { arcPath } from './ring-geometry.ts';

/** A SIM card at home in its ring. */
export function Illustration() {
  return (
    <svg class="illustration" viewBox="0 0 200 200" aria-hidden="true">
      <circle class="ring-track" cx="100" cy="100" r="88" />
      <path class="ring-value ring-round" d={arcPath(0.68)} />
      <g class="sim">
        <path class="sim-card" d="M72 56h40l18 18v62a8 8 0 0 1-8 8H72a8 8 0 0 1-8-8V64a8 8 0 0 1 8-8z" />
        <rect class="sim-chip" x="78" y="88" width="38" height="38" rx="7" />
        <path class="sim-lines" d="M78 101h12M78 113h12M104 101h12M104 113h12M90 88v38M104 88v38" />
      </g>
    </svg>
  );
}
