import type { TypedLink } from '../../../components/options/typed-link.ts';
import type { CommandError, Draft, TriedLine } from '../../../utils/app/commands.ts';
import type { LineKind } from '../../../utils/domain/line.ts';
import type { Declaration, FieldProblem, LineChoice } from '../../../utils/providers/contract.ts';
import { FIRST_ROWS, type HeaderRow } from '../map/header-rows.ts';

/** The field that a choice among the account's lines fills in. */
export const LINE_FIELD = 'line';

export type AddProblem = { field: string; problem: FieldProblem };

/** A line on its way in. It outlives the section, so that nothing typed is lost by looking elsewhere. */
export interface AddState {
  providerId: string | null;
  values: Record<string, string>;
  /** headers of an endpoint of one's own, as they are typed */
  rows: readonly HeaderRow[];
  /** what that endpoint answered; null = not asked yet */
  sample: { value: unknown } | null;
  /** of a finished sign-in; null = none */
  signInId: string | null;
  step: 'connect' | 'line' | 'finish';
  /** the account's lines; null = not asked yet */
  choices: LineChoice[] | null;
  /** the account listed no line, so its id must be typed */
  asksLineId: boolean;
  tried: TriedLine | null;
  name: string;
  kind: LineKind;
  link: TypedLink;
  hostsConfirmed: boolean;
  busy: 'sign-in' | 'ask' | null;
  problem: AddProblem | null;
  error: CommandError | 'access-refused' | null;
}

export function emptyState(provider: Declaration | null): AddState {
  const fields = provider?.fields ?? [];
  return {
    providerId: provider?.id ?? null,
    values: Object.fromEntries(fields.map(({ name, initial }) => [name, initial])),
    rows: FIRST_ROWS,
    sample: null,
    signInId: null,
    step: 'connect',
    choices: null,
    asksLineId: false,
    tried: null,
    name: '',
    kind: provider?.defaultKind ?? 'phone',
    link: { url: '', confirmed: false },
    hostsConfirmed: false,
    busy: null,
    problem: null,
    error: null,
  };
}

/** What the background is asked with. */
export function draftOf(provider: Declaration, state: AddState): Draft {
  const part = (secret: boolean) =>
    Object.fromEntries(
      provider.fields
        .filter((field) => field.secret === secret)
        .map(({ name }) => [name, (state.values[name] ?? '').trim()] as const)
        .filter(([, value]) => value !== ''),
    );
  return {
    providerId: provider.id,
    kind: state.kind,
    name: state.name.trim(),
    fields: part(false),
    secrets: state.signInId ? {} : part(true),
    signInId: state.signInId,
    secretFrom: null,
  };
}

/** The fields that are typed; the line is chosen from the account's list where there is one. */
export function typedFields(provider: Declaration, asksLineId: boolean): Declaration['fields'] {
  const listed = provider.listsLines === true && !asksLineId;
  return listed ? provider.fields.filter(({ name }) => name !== LINE_FIELD) : provider.fields;
}
