import type { Ask, CommandReply } from '../../utils/app/commands.ts';
import { parseImport } from '../../utils/domain/export-format.ts';

/** Reads the text of a file and hands over what can be read; what was set aside on the way is counted with the rest. */
export async function importText(ask: Ask, text: string): Promise<CommandReply<'import-all'>> {
  const read = parseImport(text);
  if (!read.ok) return { ok: false, error: { kind: 'import', reason: read.reason, where: read.where } };
  const reply = await ask('import-all', { parts: read.parts });
  if (!reply.ok) return reply;
  return { ok: true, value: { ...reply.value, setAside: reply.value.setAside + read.setAside } };
}
