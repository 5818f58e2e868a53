import { expect, it } from 'vitest';
import { startWorld, type World } from '../support/app-world.ts';
import { until } from '../support/until.ts';

/* Lines of one site share the cookies that the browser has there, and with them who is signed in. */

const SITE = 'https://www.lycamobile.co.uk';
const NUMBERS = { one: '447700900123', two: '447700900456' };
const FIGURES: Record<string, string> = { [NUMBERS.one]: '1GB', [NUMBERS.two]: '2GB' };

/** A shop with one cookie jar, as the browser's. Answers wait for `ready`, so that requests could cross. */
function shop(world: World) {
  const asked: string[] = [];
  const answers = { ready: async () => {} };
  let signedIn: string | null = null;
  world.network.fetch = async (input, init) => {
    const { origin, pathname } = new URL(String(input));
    expect(origin).toBe(SITE);
    const number = new URLSearchParams(String(init?.body ?? '')).get('mobile_no');
    asked.push(number === null ? `page ${signedIn}` : `sign in ${number}`);
    if (number !== null) signedIn = number;
    const body = pathname.startsWith('/wp-admin') ? '{"is_error":false}' : pageOf(signedIn);
    await answers.ready();
    return new Response(body);
  };
  return { asked, answers };
}

function pageOf(number: string | null): string {
  if (number === null) return '<title>Login</title>';
  return `<title>My Account</title><i class="bdl-msisdn">${number}</i><div class="bdl-mins">${FIGURES[number]}</div>`;
}

const draft = (number: string) => ({
  providerId: 'lyca',
  kind: 'phone' as const,
  name: number,
  fields: { site: 'www.lycamobile.co.uk', number },
  secrets: { password: 'plover-Hedge-41' },
  signInId: null,
  secretFrom: null,
});

it('two numbers at one shop are polled one after the other, and each gets its own figure', async () => {
  const world = await startWorld();
  const { asked, answers } = shop(world);
  const ids: string[] = [];
  for (const number of Object.values(NUMBERS)) {
    const added = await world.command['add-line']({
      draft: draft(number),
      topUpUrl: null,
      confirmedHosts: [],
    });
    ids.push(added.lineId);
  }
  asked.length = 0;
  const begun = async (id: string) => (await world.deps.store.attempt(id))?.finishedAt === null;
  answers.ready = async () => {
    answers.ready = async () => {};
    for (const id of ids) await until('both polls have begun', () => begun(id));
  };
  await world.pass(3_600_000);
  await world.command.refresh({ lineId: null });
  const figures = await Promise.all(ids.map(async (id) => (await world.glanceLine(id)).headline));
  expect(figures).toMatchObject([{ remaining: 1e9 }, { remaining: 2e9 }]);
  // Each poll is whole before the next begins, and sends its password once.
  const [one, two] = [NUMBERS.one, NUMBERS.two];
  const polls = [
    [`page ${two}`, `sign in ${one}`, `page ${one}`],
    [`page ${one}`, `sign in ${two}`, `page ${two}`],
  ];
  expect(asked).toEqual(polls.flat());
});
