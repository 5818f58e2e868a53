import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseFiles } from '../support/cases.ts';
import { recordedFetch } from '../support/recorded-fetch.ts';
import { replay } from '../support/replay.ts';

/* Cases that others have recorded, in a folder of their own. */

const OURS = fileURLToPath(new URL('../fixtures', import.meta.url));
const ORIGIN = 'https://api.carrier.example';
const PATH = '/v1/lines/l 1/balance';
const RECORDED = {
  title: 'as a person writes it',
  provider: 'account-api',
  recordedBy: 'a carrier',
  line: { baseUrl: `${ORIGIN}/v1`, token: null, line: 'l 1' },
  now: '2026-03-01T09:00:00.250+01:00',
  exchanges: [
    {
      note: 'at night',
      request: { path: PATH, headers: {} },
      response: { status: 429, headers: { 'retry-after': 60 } },
    },
  ],
  expect: { failure: { kind: 'rate-limited', retryAt: '2026-03-01T08:01:00.000Z' } },
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cases-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function keep(file: string, text: string): void {
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), text);
}

describe('a folder of recorded cases', () => {
  it('is read to its end, whatever is wrong with one of them', () => {
    keep('account-api/broken.json', '{');
    keep('account-api/read.json', JSON.stringify(RECORDED));
    keep('rfc8908/of-another.json', JSON.stringify(RECORDED));
    keep('rfc8908/notes.txt', 'none of the cases');
    keep('about.json', '{}');
    const files = caseFiles(folder);
    expect(files.map(({ file, title }) => [file, title])).toEqual([
      ['account-api/broken.json', 'not a recorded case'],
      ['account-api/read.json', RECORDED.title],
      ['rfc8908/of-another.json', RECORDED.title],
    ]);
    expect(files[0]?.read).toThrow(SyntaxError);
    expect(files[2]?.read).toThrow('its provider is "account-api"');
  });

  it('takes numbers, empty fields and instants as a person writes them', async () => {
    keep('account-api/read.json', JSON.stringify(RECORDED));
    const recorded = caseFiles(folder)[0]?.read() ?? expect.fail('no case');
    const { outcome, network } = await replay(recorded, () => expect.fail('no deadline'));
    expect(network.unmatched).toEqual([]);
    expect(recorded.expect).toEqual({ failure: { kind: 'rate-limited', retryAt: '2026-03-01T08:01:00Z' } });
    expect(outcome).toMatchObject(recorded.expect);
  });
});

it('our own cases hold nothing that the format does not know', () => {
  for (const { file, read } of caseFiles(OURS)) {
    expect(read(), file).toEqual(JSON.parse(readFileSync(join(OURS, file), 'utf8')));
  }
});

describe('the recorded network', () => {
  const answers = (status: number, request: object, extra: object = {}) => ({
    request: { method: 'POST' as const, path: '/a', ...request },
    response: { status },
    ...extra,
  });
  const asked = async (exchanges: ReturnType<typeof answers>[], bodies: string[]) => {
    const network = recordedFetch(exchanges, () => expect.fail('no answer'));
    const statuses: number[] = [];
    for (const body of bodies) {
      const response = await network.fetch(`${ORIGIN}/a?line=1&page=2`, { method: 'POST', body });
      statuses.push(response.status);
    }
    return statuses;
  };

  it('answers with the first that fits, as often as it may serve', async () => {
    const exchanges = [
      answers(201, {}, { times: 1 }),
      answers(202, {}, { times: 2 }),
      answers(203, {}),
      answers(206, {}),
    ];
    expect(await asked(exchanges, ['', '', '', '', ''])).toEqual([201, 202, 202, 203, 203]);
  });

  it('looks for what a case names of query and body, and for nothing else', async () => {
    const exchanges = [
      answers(201, { query: { page: '3' } }),
      answers(202, { json: { pager: { size: 5 } } }),
      answers(203, { query: { page: '2' }, form: { user: 'a b' } }),
      answers(206, {}),
    ];
    const bodies = ['{"pager":{"size":5,"page":1},"id":7}', 'pass=x&user=a+b', 'none of them'];
    expect(await asked(exchanges, bodies)).toEqual([202, 203, 206]);
  });
});
