import { useState } from 'preact/hooks';
import type { ShownLine } from '../../../components/options/shown-line.ts';
import type { CommandError, CommandReply, Draft } from '../../../utils/app/commands.ts';
import { type Declaration, FieldError, type FieldProblem } from '../../../utils/providers/contract.ts';
import { originsFilledIn } from '../../../utils/providers/standards/filled-in.ts';
import type { Page } from '../page.ts';

interface Standing {
  busy: 'sign-in' | 'ask' | null;
  problem: { field: string; problem: FieldProblem } | null;
  error: CommandError | null;
  /** the browser was not allowed to ask */
  refused: boolean;
}

const IDLE: Standing = { busy: null, problem: null, error: null, refused: false };

export interface Reconnect extends Standing {
  /** Both must be called by the press itself: the browser asks only within the gesture. */
  signIn(): Promise<void>;
  replace(values: Readonly<Record<string, string>>): Promise<void>;
  /** A field was typed into: what was wrong with it is forgotten. */
  forget(field: string): void;
}

/** Signs a stored line in again, by the carrier's window or with other values. */
export function useReconnect(
  page: Page,
  line: ShownLine['line'],
  provider: Declaration,
  done: () => void,
): Reconnect {
  const [standing, setStanding] = useState(IDLE);
  const settle = async (reply: CommandReply<'sign-in-again' | 'replace-line'>) => {
    if (reply.ok) {
      await page.refresh();
      return done();
    }
    const { error } = reply;
    const ours = error.kind === 'field' && provider.fields.some(({ name }) => name === error.field);
    setStanding({ ...IDLE, ...(ours ? { problem: error } : { error }) });
  };
  const allowed = async (origins: readonly string[], busy: 'sign-in' | 'ask') => {
    setStanding({ ...IDLE, busy });
    if (origins.length === 0 || (await page.deps.requestAccess(origins))) return true;
    setStanding({ ...IDLE, refused: true });
    return false;
  };
  return {
    ...standing,
    signIn: async () => {
      if (standing.busy) return;
      // Nobody signs in for what cannot be stored.
      if (page.state.secrets === 'locked') return setStanding({ ...IDLE, error: { kind: 'locked' } });
      if (!(await allowed(line.origins, 'sign-in'))) return;
      const outcome = await page.deps.signIn(provider, line.fields);
      if (!outcome.ok) return settle(outcome);
      await settle(await page.deps.ask('sign-in-again', { lineId: line.id, signInId: outcome.signInId }));
    },
    replace: async (values) => {
      if (standing.busy) return;
      const origins = originsOf(provider, values, line.hasSecret);
      if (origins instanceof FieldError) {
        setStanding({ ...IDLE, problem: { field: origins.field, problem: origins.problem } });
      } else if (await allowed(origins, 'ask')) {
        const draft = draftOf(line, provider, values);
        await settle(await page.deps.ask('replace-line', { lineId: line.id, draft }));
      }
    },
    forget: (field) =>
      setStanding((now) => ({ ...now, problem: now.problem?.field === field ? null : now.problem })),
  };
}

function originsOf(
  provider: Declaration,
  values: Readonly<Record<string, string>>,
  keepsSecrets: boolean,
): string[] | FieldError {
  try {
    return originsFilledIn(provider, values, ({ secret }) => secret && keepsSecrets);
  } catch (error) {
    if (error instanceof FieldError) return error;
    throw error;
  }
}

function draftOf(
  line: ShownLine['line'],
  provider: Declaration,
  values: Readonly<Record<string, string>>,
): Draft {
  const part = (secret: boolean) =>
    Object.fromEntries(
      provider.fields
        .filter((field) => field.secret === secret && (values[field.name] ?? '').trim() !== '')
        .map(({ name }) => [name, (values[name] ?? '').trim()]),
    );
  const { kind, name, id } = line;
  return {
    providerId: provider.id,
    kind,
    name,
    fields: part(false),
    secrets: part(true),
    signInId: null,
    secretFrom: id,
  };
}
