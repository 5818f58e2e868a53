import * as z from 'zod/mini';
import { lineSchema } from './line.ts';
import { alertSchema, sampleSchema } from './records.ts';
import { settingsSchema } from './settings.ts';
import { topUpSchema } from './top-up.ts';

/** What is exported, and what an import brings once a page has read the file (`export-format.ts`). */
export const exportPartsSchema = z.object({
  /** null = the file holds none that can be read */
  settings: z.nullable(settingsSchema),
  lines: z.array(lineSchema),
  receipts: z.array(topUpSchema),
  samples: z.array(sampleSchema),
  alerts: z.array(alertSchema),
});

export type ExportParts = z.infer<typeof exportPartsSchema>;
