import type { Carrier } from './carrier.ts';
import { charge, drain, endPeriodNow, patchLine, putBucket, useNow } from './line-changes.ts';
import { type LineModel, loadLine, saveLine } from './line-model.ts';
import { Problem } from './problems.ts';
import { json, noContent } from './reply.ts';
import { jsonBody, type Route, type SandboxRequest } from './router.ts';
import { seedLines } from './seed.ts';
import { runLine } from './simulation.ts';
import type { BucketPatch, DayUse, LinePatch } from './vocabulary.ts';

type Change = (model: LineModel, request: SandboxRequest, now: number) => void;

const CHANGES: [Route['method'], string, Change][] = [
  ['PATCH', '', (model, request) => patchLine(model.line, jsonBody(request) as LinePatch)],
  ['POST', '/drain', (model, request, now) => drain(model, Number(jsonBody(request).bytes), now)],
  [
    'POST',
    '/use',
    (model, request, now) => {
      const { channel, amount } = jsonBody(request);
      useNow(model, channel, Number(amount), now);
    },
  ],
  ['POST', '/charge', (model, request) => charge(model, Number(jsonBody(request).amount))],
  ['POST', '/reset-period', (model, _request, now) => endPeriodNow(model, now)],
  [
    'PUT',
    '/buckets/:bucket',
    (model, request) => putBucket(model, request.params.bucket ?? '', jsonBody(request) as BucketPatch),
  ],
  [
    'DELETE',
    '/buckets/:bucket',
    (model, request) => {
      model.buckets = model.buckets.filter((bucket) => bucket.id !== request.params.bucket);
    },
  ],
];

/** Control over lines: figures, buckets, periods. Each change is metered at once. */
export function lineControlRoutes({ db, clock }: Carrier): Route[] {
  const changes = CHANGES.map(([method, path, change]): Route => {
    const handle = (request: SandboxRequest) => {
      const now = clock.now();
      const id = request.params.line ?? '';
      db.transaction(() => {
        runLine(db, id, now);
        const model = loadLine(db, id);
        if (!model) throw new Problem('unknown-line', id);
        change(model, request, now);
        saveLine(db, model);
        runLine(db, id, now);
      });
      return noContent();
    };
    return { method, pattern: `/control/lines/:line${path}`, handle };
  });
  const reset = () => {
    seedLines(db, clock.now());
    return noContent();
  };
  const usage = ({ params }: SandboxRequest) =>
    json({
      usage: db.all<DayUse>(
        'SELECT day, channel, amount FROM usage WHERE line_id = ? ORDER BY day, channel',
        params.line ?? '',
      ),
    });
  return [
    ...changes,
    { method: 'GET', pattern: '/control/lines/:line/usage', handle: usage },
    { method: 'POST', pattern: '/control/lines-reset', handle: reset },
  ];
}
