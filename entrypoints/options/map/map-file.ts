import * as z from 'zod/mini';
import type { ProviderLine } from '../../../utils/providers/contract.ts';
import { typedHeaders } from '../../../utils/providers/standards/custom-request.ts';
import { MAX_MAPPING, mappingIn, mappingSchema } from '../../../utils/providers/standards/mapping.ts';

export const MAPPING_FORMAT = 'data-balance-mapping';

/** A mapping as people hand it to one another: what it asks, and how the answer is read. No header value is in it. */
const fileSchema = z.object({
  format: z.literal(MAPPING_FORMAT),
  version: z.literal(1),
  url: z.string().check(z.maxLength(2000)),
  method: z.enum(['GET', 'POST']),
  body: z.string().check(z.maxLength(MAX_MAPPING)),
  /** names of the headers whose values everybody has for themselves */
  secretHeaders: z.array(z.string().check(z.regex(/^[\w!#$%&'*+.^`|~-]{1,100}$/))).check(z.maxLength(20)),
  mapping: mappingSchema,
});
export type MappingFile = z.infer<typeof fileSchema>;

/** The file's text. Throws FieldError for headers that cannot be read. */
export function mappingFile(line: ProviderLine): string {
  const file = {
    format: MAPPING_FORMAT,
    version: 1,
    url: line.url?.trim() ?? '',
    method: line.method,
    body: line.body ?? '',
    secretHeaders: Object.keys(typedHeaders(line.headers)),
    mapping: mappingIn(line.mapping ?? ''),
  };
  return `${JSON.stringify(z.parse(fileSchema, file), null, 2)}\n`;
}

/** null = it is no such file. What it holds is a stranger's: it still has to pass the checks of what is typed. */
export function readMappingFile(text: string): MappingFile | null {
  try {
    const parsed = z.safeParse(fileSchema, JSON.parse(text.replace(/^\uFEFF/, '')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
