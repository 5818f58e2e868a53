/** Paths on a grid of 24, drawn as strokes in the text's colour. */
const PATHS = {
  refresh: 'M20 12a8 8 0 1 1-2.6-5.9M20 3.5V8h-4.5',
  settings: 'M4 7h9M19 7h1M4 17h1M11 17h9M16 4.5v5M8 14.5v5',
  back: 'M14.5 5.5 8 12l6.5 6.5',
  forward: 'M9.5 5.5 16 12l-6.5 6.5',
  up: 'M6 14.5l6-6 6 6',
  down: 'M6 9.5l6 6 6-6',
  out: 'M10 5H5v14h14v-5M14 4h6v6M20 4l-9 9',
  slow: 'M9 6v12M15 6v12',
  plus: 'M12 5v14M5 12h14',
  check: 'M5 12.5l4.5 4.5L19 7',
  warn: 'M12 4 2.8 19.5h18.4zM12 10v4.5M12 17.2v.1',
  stop: 'M8.2 3.5h7.6l4.7 4.7v7.6l-4.7 4.7H8.2l-4.7-4.7V8.2zM12 8v5M12 16v.1',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 11v5M12 8v.1',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  bell: 'M6 16.5h12c-1.4-1.4-1.8-3.2-1.8-6A4.2 4.2 0 0 0 12 6a4.2 4.2 0 0 0-4.2 4.5c0 2.8-.4 4.6-1.8 6zM10.3 19.5h3.4M12 6V4.5',
  help: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM9.7 9.6a2.4 2.4 0 1 1 3.6 2.1c-.9.5-1.3 1-1.3 1.9M12 16.5v.1',
  phone:
    'M6 4h3.5l1.5 4-2 1.5a12 12 0 0 0 5.5 5.5l1.5-2 4 1.5V18c0 1-.9 2-2 2A16 16 0 0 1 4 6c0-1.1.9-2 2-2z',
  mail: 'M4 6h16v12H4zM4 7.5l8 6 8-6',
  chat: 'M4 5h16v11h-8l-4.5 3.5V16H4z',
  shop: 'M5 10v9.5h14V10M3.5 10 5.5 4.5h13L20.5 10zM10 19.5V14h4v5.5',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20a7.5 7.5 0 0 1 15 0',
  paper: 'M6 3.5h8l4 4V20.5H6zM9 12h6M9 16h6',
  sim: 'M7 3.5h7.5L18 7v13.5H6v-16a1 1 0 0 1 1-1zM9 11h6v6H9zM12 11v6M9 14h6',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1.1 1.1M17.3 17.3l1.1 1.1M18.4 5.6l-1.1 1.1M6.7 17.3l-1.1 1.1',
  shield: 'M12 3.5 5 6v5.5c0 4 2.8 7.3 7 9 4.2-1.7 7-5 7-9V6zM9 12l2.2 2.2L15.2 10',
} as const;

export type IconName = keyof typeof PATHS;

/** A small drawing beside words; the words carry the meaning. */
export function Icon({ name, mirror = false }: { name: IconName; mirror?: boolean }) {
  return (
    <svg
      class={mirror ? 'icon icon-mirror' : 'icon'}
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
