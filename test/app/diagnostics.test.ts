import { describe, expect, it } from 'vitest';
import { diagnostics } from '../../utils/app/diagnostics.ts';
import { aGlance, aGlanceLine, aLine, anAttempt, aSample, aTopUp, NOW } from '../support/stored-rows.ts';
import { newInstall } from '../support/transfer.ts';

const BROWSER = { userAgent: 'Browser/1' };
const CANARY = 'canary-token-8f31';

const inTrouble = async () => {
  const install = newInstall();
  const { store, secrets } = install;
  await store.putLine(aLine('a', { name: 'My secret second phone', fields: { number: '+44 7700 900123' } }));
  await secrets.put('a', { values: { token: CANARY }, oauth: null });
  const failure = {
    kind: 'carrier-down' as const,
    retryAt: null,
    detail: `said ${CANARY} to +44 7700 900123`,
  };
  await store.savePoll({
    attempt: anAttempt('a', NOW, { failure, failures: 3, recent: [NOW, NOW] }),
    sample: aSample('a'),
    topUps: [aTopUp('t', 'a', { url: 'https://pay.example/c/session-77' })],
  });
  await store.putGlance(aGlance(1, [aGlanceLine('a', { state: 'signed-out' })]));
  return install;
};

describe('diagnostics', () => {
  it('tell what a maintainer needs of each line and of the storage', async () => {
    expect(JSON.parse(await diagnostics(await inTrouble(), BROWSER))).toMatchObject({
      at: NOW,
      version: '1.2.3',
      environment: BROWSER,
      settings: { units: 'decimal' },
      secrets: 'plain',
      storage: [],
      topUps: { open: 1 },
      lines: [
        {
          provider: 'account-api',
          kind: 'phone',
          state: 'signed-out',
          hasSecret: true,
          samples: { raw: 1 },
          failures: 3,
          failure: { kind: 'carrier-down' },
          nextPollAt: '2026-05-02T11:00:00Z',
          pollsIn24Hours: 2,
        },
      ],
    });
  });

  it('G05: tell no secret, number, name or address of a checkout', async () => {
    const install = await inTrouble();
    const told = [await diagnostics(install, BROWSER)];
    await install.secrets.setPassphrase('correct horse battery');
    told.push(await diagnostics(install, BROWSER));
    for (const text of told) {
      expect(text).not.toMatch(/canary|900123|second phone|session-77|correct horse/);
      expect(text).toContain('said');
    }
  });

  it('can be read as JSON where a clock is off by years, and tell only that it is', async () => {
    const install = await inTrouble();
    await install.store.putAttempt(anAttempt('a', NOW, { clockSkew: 40_000_000_000 }));
    expect(JSON.parse(await diagnostics(install, BROWSER)).lines[0].clockSkewSeconds).toBe('•••');
  });

  it('can be had while secrets are locked', async () => {
    const install = await inTrouble();
    await install.secrets.setPassphrase('correct horse battery');
    await install.secrets.lock();
    expect(JSON.parse(await diagnostics(install, BROWSER))).toMatchObject({
      secrets: 'locked',
      lines: [{ hasSecret: true }],
    });
  });
});
