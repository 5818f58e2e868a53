import { Failure, failureKindOf } from '../../domain/failure.ts';
import { isRecord } from './loose.ts';

/** The failure of an error that a carrier tells within an answer: by the status it names, else `carrier-down`. */
export function toldFailure(status: unknown): Failure {
  const code = /^[45]\d\d$/.exec(String(status))?.[0];
  return code === undefined
    ? new Failure('carrier-down', 'an error within the answer')
    : new Failure(failureKindOf(Number(code)), `${code} within the answer`);
}

/** Throws the failure of an error of the TM Forum (TMF630): `code` and `reason`, perhaps the `status` of HTTP. */
export function refuseTmfError(answer: unknown): void {
  if (!isRecord(answer) || !isText(answer.reason) || !(isText(answer.code) || isText(answer.status))) return;
  throw toldFailure(answer.status ?? answer.code);
}

function isText(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}
