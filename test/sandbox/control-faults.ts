import type { Carrier } from './carrier.ts';
import type { FaultRule } from './fault-types.ts';
import { Problem } from './problems.ts';
import { json, noContent } from './reply.ts';
import { jsonBody, type Route } from './router.ts';

/** Control over faults, and the log of what was asked. */
export function faultControlRoutes({ faults, clock, log }: Carrier): Route[] {
  return [
    {
      method: 'POST',
      pattern: '/control/faults',
      handle: (request) => {
        const rule = jsonBody(request);
        const kind = typeof rule.fault === 'object' && rule.fault !== null && 'kind' in rule.fault;
        if (typeof rule.path !== 'string' || !kind)
          throw new Problem('bad-request', 'path and fault.kind are due');
        return json({ id: faults.add(rule as unknown as FaultRule, clock.now()) }, 201);
      },
    },
    {
      method: 'DELETE',
      pattern: '/control/faults',
      handle: () => {
        faults.clear();
        return noContent();
      },
    },
    {
      method: 'DELETE',
      pattern: '/control/faults/:id',
      handle: (request) => {
        faults.remove(Number(request.params.id));
        return noContent();
      },
    },
    { method: 'GET', pattern: '/control/log', handle: () => json({ log: log.entries() }) },
    {
      method: 'DELETE',
      pattern: '/control/log',
      handle: () => {
        log.clear();
        return noContent();
      },
    },
  ];
}
