import { mkdtempSync, rmSync } from 'node:fs';
import https from 'node:https';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import type { Dialects } from '../sandbox/dialects/serve.ts';

/** What the carrier's own client reads of an eSIM. Data in MB, calls in minutes. */
export interface Usage {
  remaining: number;
  total: number;
  expired_at: string | null;
  is_unlimited: boolean;
  status: string;
  remaining_voice: number;
  total_voice: number;
  remaining_text: number;
  total_text: number;
}

/** The parts of `airalo-sdk` that are used here; it has no types of its own for them. */
interface Sdk {
  Airalo: new (keys: {
    client_id: string;
    client_secret: string;
  }) => {
    initialize(): Promise<unknown>;
    getSimUsage(iccid: string): Promise<{ data: Usage } | null>;
  };
  Cached: { setCachePath(folder: string): void; clearCache(): Promise<void> };
}

const load = createRequire(import.meta.url);
const { Airalo, Cached } = load('airalo-sdk') as Sdk;

/**
 * Leads the carrier's own client to the sandbox, whose certificate it trusts: it asks its fixed address under its real
 * name, and only the connection goes elsewhere. Answers how to undo it.
 */
export function leadTo({ port, certificate }: Dialects): () => void {
  const before = https.globalAgent.options;
  https.globalAgent.options = { ...before, host: '127.0.0.1', port, ca: certificate.cert };
  const folder = mkdtempSync(path.join(os.tmpdir(), 'data-balance-airalo-'));
  Cached.setCachePath(folder);
  return () => {
    https.globalAgent.options = before;
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Signs in afresh and reads, as nothing that it kept is used. Rejects with what the client throws. */
export async function usageByClient(fields: Readonly<Record<string, string>>): Promise<Usage> {
  await Cached.clearCache();
  const client = new Airalo({ client_id: fields.clientId ?? '', client_secret: fields.clientSecret ?? '' });
  await client.initialize();
  const answer = await client.getSimUsage(fields.iccid ?? '');
  if (!answer) throw new Error('the client read nothing');
  return answer.data;
}
