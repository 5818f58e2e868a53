import { afterEach } from 'vitest';

/* Before each file of tests that have a page: they share one, so that each test leaves it empty. */

/** Only against something that never comes: a busy machine must not fail a test. */
const DEADLINE = 60_000;

const ZONES = ['America/New_York', 'Asia/Taipei', 'Europe/Berlin', 'UTC'];

if (typeof document !== 'undefined') {
  const { cleanup, configure } = await import('@testing-library/preact');
  // A picture of the whole page is dear, and made for each of many tries: its words will do.
  const getElementError = (message: string | null, page: Element) =>
    new Error(`${message}\n\nThe page says: ${page.textContent}`);
  configure({ asyncUtilTimeout: DEADLINE, getElementError });
  // A list of four hundred zones on each page took more time than all the rest of it; a few are as good.
  const all = Intl.supportedValuesOf;
  Intl.supportedValuesOf = (key) => (key === 'timeZone' ? ZONES : all(key));
  afterEach(() => {
    cleanup();
    location.hash = '';
  });
}
