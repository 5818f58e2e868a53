import http from 'node:http';
import type { Control } from './control-types.ts';
import type { DayUse } from './vocabulary.ts';

type Send = <T>(method: string, path: string, body?: unknown) => Promise<T>;

/**
 * The control of a running sandbox by its address and key, in this process or in another. It speaks node:http,
 * so that a test may replace the global fetch.
 */
export function createControl(url: string, key: string): Control {
  const call: Send = async (method, path, body) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const text = await request(
      new URL(`/control${path}`, url),
      method,
      headers,
      body === undefined ? '' : JSON.stringify(body),
    );
    return text === '' ? undefined : JSON.parse(text);
  };
  const form = (id: string, path: string, fields: Record<string, string>) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const address = new URL(`/checkout/${id}/${path}`, url);
    return request(address, 'POST', headers, new URLSearchParams(fields).toString());
  };
  const at = (lineId: string) => `/lines/${encodeURIComponent(lineId)}`;
  const bucket = (lineId: string, id: string) => `${at(lineId)}/buckets/${encodeURIComponent(id)}`;
  const clock = async (body: object) => (await call<{ now: string }>('POST', '/clock', body)).now;
  return {
    state: () => call('GET', '/state'),
    clock: {
      set: (instant) => clock({ at: instant }),
      advance: (ms) => clock({ advanceMs: ms }),
      freeze: () => clock({ frozen: true }),
      run: () => clock({ frozen: false }),
    },
    speed: (times, lineId) => call('POST', '/speed', { times, lineId }),
    habits: (patch) => call('PATCH', '/habits', patch),
    lines: {
      set: (lineId, patch) => call('PATCH', at(lineId), patch),
      drain: (lineId, bytes) => call('POST', `${at(lineId)}/drain`, { bytes }),
      use: (lineId, channel, amount) => call('POST', `${at(lineId)}/use`, { channel, amount }),
      charge: (lineId, amount) => call('POST', `${at(lineId)}/charge`, { amount }),
      setBucket: (lineId, id, patch) => call('PUT', bucket(lineId, id), patch),
      removeBucket: (lineId, id) => call('DELETE', bucket(lineId, id)),
      usage: async (lineId) => (await call<{ usage: DayUse[] }>('GET', `${at(lineId)}/usage`)).usage,
      resetPeriod: (lineId) => call('POST', `${at(lineId)}/reset-period`),
      reset: () => call('POST', '/lines-reset'),
    },
    faults: {
      add: async (rule) => (await call<{ id: number }>('POST', '/faults', rule)).id,
      remove: (id) => call('DELETE', `/faults/${id}`),
      clear: () => call('DELETE', '/faults'),
    },
    checkouts: {
      list: async () => (await call<{ checkouts: [] }>('GET', '/checkouts')).checkouts,
      pay: async (id, { method = 'card', outcome = 'succeed', delaySeconds }) => {
        await form(id, 'pay', { method, outcome, delaySeconds: String(delaySeconds ?? '') });
      },
      confirm: async (id, accept) => {
        await form(id, 'confirm', { decision: accept ? 'accept' : 'refuse' });
      },
      settle: (id, status, reason) => call('POST', `/checkouts/${id}`, { status, reason }),
    },
    tokens: {
      create: async (scope) => (await call<{ token: string }>('POST', '/tokens', { scope })).token,
      revoke: (token) => call('POST', '/tokens/revoke', { token }),
      expireAccess: () => call('POST', '/tokens/expire'),
    },
    addRedirectUri: (uri) => call('POST', '/redirect-uris', { uri }),
    log: async () => (await call<{ log: [] }>('GET', '/log')).log,
    clearLog: () => call('DELETE', '/log'),
  };
}

/** The body of an answer below 400; anything else rejects. */
function request(url: URL, method: string, headers: Record<string, string>, body: string): Promise<string> {
  return new Promise((done, failed) => {
    const length = { 'content-length': Buffer.byteLength(body) };
    const sent = http.request(
      url,
      { method, headers: { ...headers, ...length }, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', failed);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          const status = response.statusCode ?? 0;
          if (status < 400) done(text);
          else failed(new Error(`${method} ${url.pathname}: ${status} ${text}`));
        });
      },
    );
    sent.on('error', failed);
    sent.end(body);
  });
}
