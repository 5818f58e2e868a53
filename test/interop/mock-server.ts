import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { OpenAPIBackend } from 'openapi-backend';
import { parse } from 'yaml';

/** What an operation answers: one of the document's examples, or without `example` what its schema makes of itself. */
export interface Chosen {
  code: number;
  example?: string;
}

export interface MockServer {
  /** where the paths of the document begin, by http */
  baseUrl: string;
  token: string;
  /** What operations answer from now on, by their id; the others answer 404. */
  answer(chosen: Readonly<Record<string, Chosen>>): void;
  /** requests and answers that do not fit the document, as the mock tells them; none is what is right */
  complaints: string[];
  close(): Promise<void>;
}

interface Reply {
  status: number;
  body: unknown;
}

const TOKEN = 'interop-90c2e1';

/** Formats that the documents name. */
const FORMATS = {
  'date-time': (text: string) => /T.*(?:Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text)),
  uri: (text: string) => URL.canParse(text),
};

/**
 * Serves an OpenAPI document on the loopback address: routing, sign-in, the check of requests and of answers, and the
 * answers themselves are openapi-backend's.
 */
export async function serveDocument(file: string): Promise<MockServer> {
  const definition = parse(readFileSync(path.join(import.meta.dirname, file), 'utf8'));
  const root = new URL(definition.servers[0].url).pathname;
  const state: State = { complaints: [], chosen: {} };
  // Its own check of a whole document knows version 3.0 alone.
  const quick = !String(definition.openapi).startsWith('3.0.');
  const ajvOpts = { strict: false, formats: FORMATS };
  const api = new OpenAPIBackend({ definition, apiRoot: root, strict: true, quick, ajvOpts });
  for (const scheme of Object.keys(definition.components.securitySchemes)) {
    api.registerSecurityHandler(scheme, (c) => c.request.headers.authorization === `Bearer ${TOKEN}`);
  }
  answerWith(api, state);
  await api.init();
  const server = http.createServer((request, response) => void respond(api, request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}${root}`,
    token: TOKEN,
    answer: (next) => Object.assign(state, { chosen: next }),
    complaints: state.complaints,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

interface State {
  complaints: string[];
  chosen: Readonly<Record<string, Chosen>>;
}

/** What fits the document is answered as chosen, and whatever does not is complained of. */
function answerWith(api: OpenAPIBackend, state: State): void {
  const complain = (what: string, errors: unknown): Reply => {
    state.complaints.push(`${what}: ${JSON.stringify(errors)}`);
    return { status: 400, body: { code: '20', reason: 'does not fit the document', '@type': 'Error' } };
  };
  api.register({
    unauthorizedHandler: (c): Reply => mocked(api, c.operation.operationId ?? '', { code: 401 }),
    notFound: (c): Reply => complain('no such path', c.request.path),
    methodNotAllowed: (c): Reply => complain('no such method', c.request.method),
    validationFail: (c): Reply => complain(c.operation.operationId ?? '', c.validation.errors),
    notImplemented: (c): Reply => {
      const id = c.operation.operationId ?? '';
      const reply = mocked(api, id, state.chosen[id] ?? { code: 404 });
      const { errors } = api.validateResponse(reply.body, c.operation, reply.status);
      if (errors) complain(`answer of ${id}`, errors);
      return reply;
    },
  });
}

function mocked(api: OpenAPIBackend, id: string, { code, example }: Chosen): Reply {
  const [mediaType] = Object.keys(contentOf(api, id, code));
  const options = { code, ...(example && { example }), ...(mediaType && { mediaType }) };
  const { status, mock } = api.mockResponseForOperation(id, options);
  return { status, body: mock };
}

/** What an operation may answer with that status, by media type. */
function contentOf(api: OpenAPIBackend, id: string, code: number): object {
  const response = api.getOperation(id)?.responses?.[code];
  return response && 'content' in response ? (response.content ?? {}) : {};
}

async function respond(api: OpenAPIBackend, request: http.IncomingMessage, response: http.ServerResponse) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = 'GET', url = '/' } = request;
  const asked = { method, path: url, headers: headersOf(request), body: Buffer.concat(chunks).toString() };
  const { status, body }: Reply = await api.handleRequest(asked).catch((error: unknown) => {
    return { status: 500, body: { code: '1', reason: String(error) } };
  });
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function headersOf({ headers }: http.IncomingMessage): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}
