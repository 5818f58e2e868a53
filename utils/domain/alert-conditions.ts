import { bundleConditions } from './alert-bundles.ts';
import { type Condition, condition } from './alert-condition.ts';
import { creditConditions } from './alert-credit.ts';
import { endConditions } from './alert-ends.ts';
import { forecastConditions } from './alert-forecast.ts';
import { levelConditions } from './alert-levels.ts';
import { topUpConditions } from './alert-top-ups.ts';
import type { AlertInput } from './alerts.ts';
import { alertKey } from './episodes.ts';

/** Whether the last finished poll met one of these failures; nothing while it cannot be told. */
function accessConditions({ attempt }: AlertInput): Condition[] {
  if (!attempt || attempt.finishedAt === null) return [];
  const failed = attempt.failure?.kind ?? null;
  if (failed === 'signed-out' || failed === 'no-access') return [condition(alertKey('sign-in'), true)];
  if (failed === 'line-gone') return [condition(alertKey('line-gone'), true)];
  if (failed !== null) return [];
  return [condition(alertKey('sign-in'), false), condition(alertKey('line-gone'), false)];
}

/** Every alert of a line that can be judged now. Nothing is judged from old or unknown figures. */
export function conditionsOf(input: AlertInput): Condition[] {
  if (input.line.paused) return topUpConditions(input);
  return [
    ...levelConditions(input),
    ...forecastConditions(input),
    ...endConditions(input),
    ...bundleConditions(input),
    ...creditConditions(input),
    ...topUpConditions(input),
    ...accessConditions(input),
    condition(alertKey('hosts-changed'), input.line.checkoutHostsProposed !== null),
  ];
}
