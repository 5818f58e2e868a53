import { type Declaration, FieldError } from '../../../utils/providers/contract.ts';
import { originsFilledIn } from '../../../utils/providers/standards/filled-in.ts';

/** The demo has a button of its own. */
const DEMO = 'demo';

/** What a person can choose from. */
export function choosable(providers: readonly Declaration[]): Declaration[] {
  return providers.filter(({ id }) => id !== DEMO);
}

/** The hosts that what is typed so far leads to; null = it does not lead anywhere yet. */
export function hostsTyped(provider: Declaration, values: Readonly<Record<string, string>>): string[] | null {
  try {
    return originsFilledIn(provider, values, () => true).map((origin) => new URL(origin).host);
  } catch (error) {
    if (error instanceof FieldError) return null;
    throw error;
  }
}
