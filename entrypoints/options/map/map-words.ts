import type { MessageKey, Words } from '../../../utils/domain/words.ts';
import type { Detail, Picked, Role } from './map-draft.ts';

/** What each role is called. */
export const ROLE_WORDS: Record<Role, MessageKey> = {
  remaining: 'mapRoleRemaining',
  used: 'mapRoleUsed',
  total: 'mapRoleTotal',
  unlimited: 'mapRoleUnlimited',
  validUntil: 'mapRoleValidUntil',
  label: 'mapRoleLabel',
  credit: 'mapRoleCredit',
  lapse: 'mapRoleLapse',
  planName: 'mapRolePlanName',
  asOf: 'mapRoleAsOf',
};

/** What a place of the answer was chosen for; null = for nothing. */
export function markOf(at: string, picks: readonly Picked[], { t, locale }: Words): string | null {
  const roles = picks.filter((pick) => standsAt(pick, at)).map(({ role }) => t(ROLE_WORDS[role]));
  return roles.length > 0 ? new Intl.ListFormat(locale).format([...new Set(roles)]) : null;
}

/** Where a pick stands, for a person: `/bundles/…/left` for all items of a list. */
export function placeOf({ each, at }: Picked): string {
  return each === null ? at : `${each}/…${at}`;
}

function standsAt(pick: Picked, at: string): boolean {
  if (pick.each === null) return pick.at === at;
  if (!at.startsWith(`${pick.each}/`)) return false;
  const rest = at.slice(pick.each.length + 1);
  const index = /^\d+/.exec(rest)?.[0];
  return index !== undefined && rest.slice(index.length) === pick.at;
}

/** What is still to be said of a value before it can be used; null = nothing. */
export function lacksOf(detail: Detail): MessageKey | null {
  if (detail.kind === 'amount' && detail.unit === undefined && detail.unitAt === undefined)
    return 'mapLacksUnit';
  const hasCurrency = detail.kind !== 'money' || detail.currencyAt !== undefined;
  if (!hasCurrency && !/^[A-Z]{3}$/.test(detail.currency ?? '')) return 'mapLacksCurrency';
  return null;
}
