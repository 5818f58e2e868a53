import { Failure } from '../domain/failure.ts';

/**
 * Runs `work` within `ms` milliseconds. Its one signal ends connecting, headers and body alike, and the deadline
 * holds even where the work does not heed the signal. Throws Failure `timeout`.
 */
export async function withDeadline<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const failure = new Failure('timeout', `no complete answer within ${ms} ms`);
    controller.abort(failure);
    late.reject(failure);
  }, ms);
  try {
    return await Promise.race([work(controller.signal), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
