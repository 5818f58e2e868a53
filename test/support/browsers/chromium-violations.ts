import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Message {
  method?: string;
  sessionId?: string;
  params?: {
    sessionId?: string;
    entry?: { source: string; text: string };
    issue?: { code: string; details: unknown };
  };
}

/** What breaks a content security policy or a rule of trusted types, as it happens in any page or worker. */
export interface Violations {
  seen(): string[];
  stop(): void;
}

/** Listens by a connection of its own. What happened before in a page or worker that still lives is told as well. */
export async function watchViolations(profileDir: string): Promise<Violations> {
  const [port, endpoint] = readFileSync(path.join(profileDir, 'DevToolsActivePort'), 'utf8').split('\n');
  const socket = new WebSocket(`ws://127.0.0.1:${port}${endpoint}`);
  const opened = Promise.withResolvers<unknown>();
  socket.addEventListener('open', opened.resolve, { once: true });
  socket.addEventListener('error', opened.reject, { once: true });
  await opened.promise;
  const seen: string[] = [];
  let id = 0;
  const send = (method: string, params: object = {}, sessionId?: string) => {
    id += 1;
    socket.send(JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) }));
  };
  socket.addEventListener('message', ({ data }) => {
    const { method, params } = JSON.parse(String(data)) as Message;
    if (method === 'Target.attachedToTarget') {
      for (const domain of ['Log.enable', 'Audits.enable']) send(domain, {}, params?.sessionId);
    }
    if (method === 'Log.entryAdded' && params?.entry && isViolation(params.entry))
      seen.push(params.entry.text);
    if (method === 'Audits.issueAdded' && params?.issue?.code === 'ContentSecurityPolicyIssue')
      seen.push(JSON.stringify(params.issue.details));
  });
  send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
  return { seen: () => seen, stop: () => socket.close() };
}

function isViolation({ source, text }: { source: string; text: string }): boolean {
  return source === 'security' || /Content Security Policy|Trusted(?:HTML|Script|Types)/.test(text);
}
