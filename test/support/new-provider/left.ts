import type { Provider } from '../../../utils/providers/contract.ts';
import { WEAK_POINTS } from '../../../utils/providers/weak-points.ts';
import type { RecordedCase } from '../case-format.ts';
import { FILL_IN } from './cases.ts';

/** Fewer situations than this leave most ways of an answer unseen. */
export const FEWEST_CASES = 8;

/** What is still to be filled in before a provider is one, as sentences; none for a finished one. */
export function leftToDo(provider: Provider, cases: readonly RecordedCase[]): string[] {
  const file = `utils/providers/${provider.id}.ts`;
  const folder = `test/fixtures/${provider.id}/`;
  const waiting = cases.filter(({ title }) => title.startsWith(FILL_IN)).length;
  const missing = missingSituations(provider, cases);
  const weak = WEAK_POINTS[provider.id] ?? FILL_IN;
  const left: [boolean, string][] = [
    [
      provider.hostPatterns.some(isMadeUp),
      `${file}: put the carrier's own address in the place of ORIGIN, and ask for its own paths.`,
    ],
    [isMadeUp(provider.documentationUrl), `${file}: link the carrier's documentation, or leave it empty.`],
    [
      (provider.staticHelp?.officialHosts ?? []).some((host) => isMadeUp(`https://${host}/`)),
      `${file}: name the hosts that are the carrier's own, or drop staticHelp.`,
    ],
    [
      provider.keywords.length === 0,
      `${file}: add keywords that a person may search for, in Chinese as well.`,
    ],
    [
      waiting > 0,
      `${folder}: fill in what begins with "${FILL_IN}" (fill-in.json), with values of your own making.`,
    ],
    [
      cases.length < FEWEST_CASES,
      `${folder}: record at least ${FEWEST_CASES} situations; there are ${cases.length}.`,
    ],
    [missing.length > 0, `${folder}: record what is still missing: ${missing.join(', ')}.`],
    [
      weak.startsWith(FILL_IN),
      `utils/providers/weak-points.ts: say what is known to be weak about ${provider.id}.`,
    ],
  ];
  return left.flatMap(([isLeft, sentence]) => (isLeft ? [sentence] : []));
}

function missingSituations({ signIn }: Provider, cases: readonly RecordedCase[]): string[] {
  const failsAs = (kind: string) =>
    cases.some(({ expect }) => 'failure' in expect && expect.failure.kind === kind);
  const reads = cases.some(({ expect, exchanges }) => 'reading' in expect && exchanges.length > 0);
  const situations: [string, boolean][] = [
    ['a reading', reads],
    ['an answer that is unreadable', failsAs('unreadable')],
    ['a refused sign-in (signed-out)', signIn === 'none' || failsAs('signed-out')],
    ["the carrier's own error", ['carrier-down', 'rate-limited', 'line-gone'].some(failsAs)],
  ];
  return situations.flatMap(([name, isThere]) => (isThere ? [] : [name]));
}

/** Hosts of RFC 2606, which no carrier has; a pattern for any host is none. */
function isMadeUp(address: string): boolean {
  return URL.parse(address.replace('*', ''))?.hostname.endsWith('.example') ?? false;
}
