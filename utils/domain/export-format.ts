import * as z from 'zod/mini';
import { type ExportParts, exportPartsSchema } from './export-parts.ts';
import { readRows, whereOf } from './import-rows.ts';
import type { Instant } from './instant.ts';
import { lineSchema } from './line.ts';
import { instantSchema } from './reading.ts';
import { alertSchema, sampleSchema } from './records.ts';
import { settingsSchema } from './settings.ts';
import { topUpSchema } from './top-up.ts';
import { whole } from './whole.ts';

export const EXPORT_FORMAT = 'data-balance';
export const EXPORT_VERSION = 1;

/** The whole file, as it is written. Secrets stand apart from lines, and no part of it has room for one. */
export const exportSchema = z.object({
  format: z.literal(EXPORT_FORMAT),
  version: z.literal(EXPORT_VERSION),
  exportedAt: instantSchema,
  ...exportPartsSchema.shape,
  /** what was told, so that it is not told again elsewhere; absent in files of older versions */
  alerts: z.optional(exportPartsSchema.shape.alerts),
});

/** The file's text: JSON, indented, of the shape above. */
export function exportText(parts: ExportParts, exportedAt: Instant): string {
  const file = { format: EXPORT_FORMAT, version: EXPORT_VERSION, exportedAt, ...parts };
  return `${JSON.stringify(z.parse(exportSchema, file), null, 2)}\n`;
}

export type ImportResult =
  /** `setAside`: rows that could not be read, or that stood in the file before */
  | { ok: true; parts: ExportParts; setAside: number }
  /** `where`: line and column (`3:14`), the field that is wrong (may be empty), or the version found */
  | { ok: false; reason: 'not-json' | 'not-ours' | 'newer'; where: string };

/** What makes a file ours; everything else in it is read piece by piece. */
const envelopeSchema = z.looseObject({
  format: z.literal(EXPORT_FORMAT),
  version: whole().check(z.positive()),
});

function parseJson(text: string): { value: unknown } | ImportResult {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, reason: 'not-json', where: whereOf(error, text) };
  }
}

/** Rows that cannot be read are set aside and counted; all the rest is handed over. Never throws. */
export function parseImport(text: string): ImportResult {
  const json = parseJson(text.replace(/^\uFEFF/, ''));
  if (!('value' in json)) return json;
  const envelope = envelopeSchema.safeParse(json.value);
  if (!envelope.success) {
    return { ok: false, reason: 'not-ours', where: envelope.error.issues[0]?.path.join('.') ?? '' };
  }
  const file = envelope.data;
  if (file.version > EXPORT_VERSION) return { ok: false, reason: 'newer', where: String(file.version) };
  const lines = readRows(file.lines, lineSchema, ({ id }) => id);
  const receipts = readRows(file.receipts, topUpSchema, ({ id }) => id);
  const samples = readRows(file.samples, sampleSchema, ({ lineId, at }) => `${at} ${lineId}`);
  const alerts = readRows(file.alerts, alertSchema, ({ id }) => id);
  const settings = settingsSchema.safeParse(file.settings);
  const setAside = [lines, receipts, samples, alerts].reduce((sum, rows) => sum + rows.setAside, 0);
  const badSettings = !settings.success && file.settings !== undefined && file.settings !== null;
  return {
    ok: true,
    parts: {
      lines: lines.rows,
      samples: samples.rows,
      receipts: receipts.rows,
      alerts: alerts.rows,
      settings: settings.success ? settings.data : null,
    },
    setAside: setAside + (badSettings ? 1 : 0),
  };
}
