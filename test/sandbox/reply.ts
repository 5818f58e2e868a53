import { PROBLEMS, type Problem } from './problems.ts';

/** A finished answer, before any fault bends it. */
export interface Reply {
  status: number;
  headers: Record<string, string | string[]>;
  body: string;
}

export function json(value: unknown, status = 200, headers: Reply['headers'] = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
    body: JSON.stringify(value),
  };
}

/** Problem details of RFC 9457 with a type of their own. */
export function problemReply(problem: Problem, origin: string): Reply {
  const [status, title] = PROBLEMS[problem.problem];
  const details = { type: `${origin}/problems/${problem.problem}`, title, status };
  return problemBody(
    status,
    problem.message ? { ...details, detail: problem.message } : details,
    problem.headers,
  );
}

export function problemBody(status: number, details: object, headers: Reply['headers'] = {}): Reply {
  return json(details, status, { 'content-type': 'application/problem+json', ...headers });
}

export function redirect(location: string, status = 303): Reply {
  return { status, headers: { location, 'cache-control': 'no-store' }, body: '' };
}

export function noContent(): Reply {
  return { status: 204, headers: {}, body: '' };
}
