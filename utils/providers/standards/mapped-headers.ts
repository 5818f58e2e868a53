import * as z from 'zod/mini';
import { byName } from '../../domain/by-name.ts';

const schema = z.object({ headers: z.optional(byName(z.string())) });

/** The header values of a mapping, all that its request needs of it; the rest is checked where it is read by. */
export function headersIn(mapping: string): Record<string, string> {
  try {
    return z.safeParse(schema, JSON.parse(mapping)).data?.headers ?? {};
  } catch {
    return {};
  }
}
