import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportSchema, exportText, parseImport } from '../../utils/domain/export-format.ts';
import type { ExportParts } from '../../utils/domain/export-parts.ts';
import { defaultSettings } from '../../utils/domain/settings.ts';
import { aDataBucket, aLine, anEpisode, aReading, aSample, aTopUp, GB } from '../support/records.ts';

const AT = '2026-11-21T09:00:00Z';
const reading = aReading({ buckets: [aDataBucket(GB, 5)], credit: { amount: -3, currency: 'JPY' } });
const parts: ExportParts = {
  lines: [
    aLine({ fields: { server: 'https://api.example' }, until: { day: '2026-12-12', label: 'Flight home' } }),
    aLine({
      id: 'l2',
      thresholds: { lowBytes: 1, criticalBytes: 0, lowCredit: 2, lowVoice: 1800, lowSms: 20 },
    }),
  ],
  samples: [aSample(AT, { remaining: 5, credit: { amount: 1, currency: 'EUR' }, mark: 'top-up' })],
  receipts: [aTopUp({ before: reading, state: 'credited', receiptNumber: 'R-1' })],
  alerts: [anEpisode('bundle-ends-3:b', { until: '2026-11-24T12:00:00Z' })],
  settings: defaultSettings(0.25),
};
const file = () => JSON.parse(exportText(parts, AT)) as Record<string, unknown>;

describe('what is exported', () => {
  it('comes back as it was', () => {
    expect(parseImport(exportText(parts, AT))).toEqual({ ok: true, parts, setAside: 0 });
    expect(exportSchema.safeParse(file()).success).toBe(true);
  });

  it('comes back whatever it holds, also behind a byte order mark', () => {
    const text = fc.string({ unit: 'binary', maxLength: 20 });
    const at = fc
      .integer({ min: 0, max: 4_000_000_000 })
      .map((s) => `${new Date(s * 1000).toISOString().slice(0, 19)}Z`);
    const id = fc.string({ unit: 'binary', minLength: 1, maxLength: 8 });
    const amount = fc.option(fc.integer(), { nil: null });
    const line = fc
      .record({
        id,
        name: text,
        fields: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), text),
        origins: fc.array(text, { maxLength: 2 }),
        pinned: fc.boolean(),
        topUpUrl: fc.option(text, { nil: null }),
        createdAt: at,
      })
      .map((rest) => aLine(rest));
    const sample = fc
      .record({ lineId: id, at, remaining: amount, used: amount, spent: fc.option(fc.nat(), { nil: null }) })
      .map((rest) => aSample(rest.at, rest));
    const receipt = fc.record({ id, lineName: text, host: text, openedAt: at }).map((rest) => aTopUp(rest));
    const alert = fc
      .record({ lineId: id, key: text, toldAt: fc.option(at, { nil: null }) })
      .map(({ lineId, key, toldAt }) => anEpisode(key, { id: `${lineId}:${key}`, lineId, toldAt }));
    const whole: fc.Arbitrary<ExportParts> = fc.record({
      lines: fc.uniqueArray(line, { maxLength: 4, selector: (row) => row.id }),
      samples: fc.uniqueArray(sample, { maxLength: 10, selector: (row) => `${row.at} ${row.lineId}` }),
      receipts: fc.uniqueArray(receipt, { maxLength: 4, selector: (row) => row.id }),
      alerts: fc.uniqueArray(alert, { maxLength: 4, selector: (row) => row.id }),
      settings: fc.option(fc.double({ min: 0, max: 1, noNaN: true }).map(defaultSettings), { nil: null }),
    });
    fc.assert(
      fc.property(whole, (given) => {
        const back = parseImport(`\uFEFF${exportText(given, AT)}`);
        expect(JSON.stringify(back)).toBe(
          JSON.stringify({
            ok: true,
            parts: {
              lines: given.lines,
              samples: given.samples,
              receipts: given.receipts,
              alerts: given.alerts,
              settings: given.settings,
            },
            setAside: 0,
          }),
        );
      }),
      { seed: 41, numRuns: 200 },
    );
  });

  it('G05: has no room for a secret, wherever one was put by mistake', () => {
    const canary = 'c4n4ry-s3cr3t';
    const smuggled = {
      ...parts,
      secrets: { l1: canary },
      lines: parts.lines.map((line) => ({
        ...line,
        secret: canary,
        hasSecret: true,
        values: { token: canary },
      })),
      receipts: parts.receipts.map((row) => ({ ...row, token: canary })),
      settings: { ...defaultSettings(0), passphrase: canary },
    };
    expect(exportText(smuggled, AT)).not.toContain(canary);
  });
});

describe('a file that is not as it should be', () => {
  it('bad rows are set aside and counted, the rest is kept', () => {
    const broken = {
      ...file(),
      lines: [{ id: 'x' }, ...parts.lines, null, 7],
      samples: [...parts.samples, { ...parts.samples[0], at: 'yesterday' }],
      receipts: 'none',
      settings: { v: 1, units: 'parsecs' },
    };
    const result = parseImport(JSON.stringify(broken));
    expect(result).toEqual({ ok: true, parts: { ...parts, receipts: [], settings: null }, setAside: 6 });
  });

  it('from an older version, which kept no alerts, loses nothing else', () => {
    const { alerts: _, ...older } = file();
    expect(parseImport(JSON.stringify(older))).toEqual({
      ok: true,
      parts: { ...parts, alerts: [] },
      setAside: 0,
    });
  });

  it('a row that stands in it twice counts once, the first', () => {
    const lines = [...parts.lines, { ...parts.lines[0], name: 'again' }];
    expect(parseImport(JSON.stringify({ ...file(), lines }))).toEqual({ ok: true, parts, setAside: 1 });
  });

  it('parts that are missing are empty, and nothing is set aside', () => {
    const result = parseImport('{"format":"data-balance","version":1}');
    const empty = { lines: [], samples: [], receipts: [], alerts: [], settings: null };
    expect(result).toEqual({ ok: true, parts: empty, setAside: 0 });
  });

  it.each([
    ['', '1:1'],
    ['{"format":"data-balance",\n "version": oops}', '2:13'],
    ['{"format":"data-balance"\n "version": 1}', '2:2'],
    ['{"lines": [{"name": "a\tb"}]}', '1:23'],
    ['\n\n  <html>', '3:3'],
    ['{"a":1,', '1:8'],
  ])('text that is no JSON says where: %j', (text, where) => {
    expect(parseImport(text)).toEqual({ ok: false, reason: 'not-json', where });
  });

  it.each([
    ['[]', ''],
    ['null', ''],
    ['{}', 'format'],
    ['{"format":"other","version":1}', 'format'],
    ['{"format":"data-balance"}', 'version'],
    ['{"format":"data-balance","version":"1"}', 'version'],
  ])('a file of something else is not ours: %s', (text, where) => {
    expect(parseImport(text)).toEqual({ ok: false, reason: 'not-ours', where });
  });

  it('a file of a newer version is refused as a whole', () => {
    const result = parseImport(JSON.stringify({ ...file(), version: 2 }));
    expect(result).toEqual({ ok: false, reason: 'newer', where: '2' });
  });

  it('never throws, whatever the text, and accounts for every row', () => {
    const rows = fc.array(fc.jsonValue(), { maxLength: 5 });
    fc.assert(
      fc.property(rows, rows, fc.jsonValue(), (lines, samples, settings) => {
        const result = parseImport(JSON.stringify({ ...file(), lines, samples, settings, receipts: [] }));
        if (!result.ok) throw new Error('not ok');
        const kept =
          result.parts.lines.length + result.parts.samples.length + (result.parts.settings ? 1 : 0);
        expect(kept + result.setAside).toBe(lines.length + samples.length + (settings === null ? 0 : 1));
      }),
      { seed: 42, numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(parseImport(text).ok).toBe(false);
      }),
      { seed: 43, numRuns: 500 },
    );
    expect(parseImport('['.repeat(200_000))).toMatchObject({ ok: false, reason: 'not-json' });
  });
});
