import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { providers } from '../../utils/providers/registry.ts';
import { loadCases } from '../support/cases.ts';
import { replay } from '../support/replay.ts';
import { ROOT } from '../support/source-files.ts';

/* Keys of wholesalers can order. What is ever asked with them reads, and only reads. */

const CASES = loadCases(fileURLToPath(new URL('../fixtures', import.meta.url)));
const DEADLINE = 20_000;

/** Method, host and path of everything that is documented as reading; `*` = the number of an eSIM or a purchase. */
const READING: Readonly<Record<string, readonly string[]>> = {
  'airalo-partner': ['GET partners-api.airalo.com/v2/sims/*/usage', 'POST partners-api.airalo.com/v2/token'],
  celitech: ['GET api.celitech.net/v1/purchases/*/consumption', 'POST auth.celitech.net/oauth2/token'],
  'esim-access': ['POST api.esimaccess.com/api/v1/open/esim/query'],
  'esim-go': ['GET api.esim-go.com/v2.4/esims/*/bundles'],
  zendit: ['GET api.zendit.io/v1/esim/*/plans'],
};

it('these are all the providers whose key can spend money', () => {
  const spending = providers.filter(({ spendsMoney }) => spendsMoney).map(({ id }) => id);
  expect(spending.toSorted()).toEqual(Object.keys(READING).toSorted());
});

describe.each(Object.entries(READING))('%s', (id, reading) => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  const cases = CASES.filter(({ recorded }) => recorded.provider === id);

  it('asks for nothing but what reads, whatever it is answered', async () => {
    const asked = new Set<string>();
    for (const { recorded } of cases) {
      const { network } = await replay(recorded, () => vi.advanceTimersByTime(DEADLINE));
      for (const { method, url } of network.asked) {
        expect(url.port + url.username + url.hash).toBe('');
        const { iccid, purchaseId } = recorded.line;
        asked.add(`${method} ${url.host}${url.pathname.replace(iccid ?? purchaseId ?? '', '*')}`);
      }
    }
    expect([...asked].toSorted()).toEqual(reading);
  });

  it('sells nothing, and its code names no address that does', () => {
    const provider = providers.find((one) => one.id === id);
    expect(provider?.topUps).toBeUndefined();
    expect(provider?.lines).toBeUndefined();
    const file = [`presets/${id}.ts`, `${id}.ts`].find((name) =>
      existsSync(`${ROOT}/utils/providers/${name}`),
    );
    const source = readFileSync(`${ROOT}/utils/providers/${file}`, 'utf8');
    const words = source.match(/['"`/](?:orders?|topups?|top-ups?|apply|cancel|refund|revoke|purchase)\b/gi);
    expect(words).toBeNull();
    expect(source.match(/method: '(?!GET|POST)/g)).toBeNull();
  });

  it('may talk to its own hosts alone', () => {
    const [recorded] = cases;
    const provider = providers.find((one) => one.id === id);
    const hosts = reading.map((line) => line.split(/[ /]/)[1]);
    const origins = [...new Set(hosts.map((host) => `https://${host}`))];
    expect(provider?.origins(recorded?.recorded.line ?? {})).toEqual(origins);
    expect(provider?.hostPatterns).toEqual(origins.map((origin) => `${origin}/*`));
  });
});
