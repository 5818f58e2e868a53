import { Failure } from '../domain/failure.ts';
import { LockedError } from '../domain/locked.ts';
import { FieldError } from '../providers/contract.ts';
import type { CommandError } from './commands.ts';

/** Thrown by a use case that cannot do what was asked; the page puts `reply` into words. */
export class CommandFailure extends Error {
  readonly reply: CommandError;
  constructor(reply: CommandError) {
    super(reply.kind);
    this.name = 'CommandFailure';
    this.reply = reply;
  }
}

/** Whatever was thrown, as an answer for a page. Of a defect only its name is told. */
export function toCommandError(error: unknown, origin: string | null = null): CommandError {
  if (error instanceof CommandFailure) return error.reply;
  if (error instanceof LockedError) return { kind: 'locked' };
  if (error instanceof FieldError) return { kind: 'field', field: error.field, problem: error.problem };
  if (error instanceof Failure) {
    const { kind, retryAt, detail } = error;
    return { kind: 'failure', failure: { kind, retryAt, detail }, origin };
  }
  return { kind: 'defect', detail: error instanceof Error ? error.name : typeof error };
}
