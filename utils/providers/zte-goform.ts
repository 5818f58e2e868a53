import * as z from 'zod/mini';
import { Failure } from '../domain/failure.ts';
import type { Declaration, Provider, ReadContext } from './contract.ts';
import { parseAnswer } from './standards/answer.ts';
import { device } from './standards/device.ts';
import { amountOf, isRecord } from './standards/loose.ts';
import { countedReading } from './standards/router-counters.ts';

const MEBIBYTE = 1024 ** 2;
/** `a_b` is a times b MiB. */
const SIZE = /^(\d+(?:\.\d+)?)_(\d{1,9})$/;

/** Every value is told as text; what the device does not know or does not tell is empty. */
const told = z.pipe(
  z.transform((value: unknown) => (typeof value === 'number' ? String(value) : (value ?? ''))),
  z.string(),
);
const counters = { monthly_rx_bytes: told, monthly_tx_bytes: told };
const settings = {
  data_volume_limit_switch: told,
  data_volume_limit_unit: told,
  data_volume_limit_size: told,
  traffic_clear_date: told,
};
const monthAnswer = z.object({ ...counters, ...settings });
type Month = z.infer<typeof monthAnswer>;

const QUERY = new URLSearchParams({
  multi_data: '1',
  isTest: 'false',
  cmd: Object.keys({ ...counters, ...settings }).join(','),
});

/** ZTE's MiFi and routers, sold under many names: they tell of themselves at `goform` on the local network. */
export const zteGoformDeclaration: Declaration = {
  ...device('192.168.0.1', 'fieldGoformAddressHelp'),
  id: 'zte-goform',
  name: 'ZTE MiFi (goform)',
  keywords: ['ZTE', 'MiFi', 'goform', 'router', 'LTE', '5G CPE', '中兴', '中興', '随身WiFi', '路由器'],
  referer: true,
};

export const zteGoform: Provider = {
  ...zteGoformDeclaration,
  read: async (line, context) => {
    const [origin] = zteGoform.origins(line);
    const url = `${origin}/goform/goform_get_cmd_process?${QUERY}`;
    return readingOf((await context.http.request({ url, cookies: true })).json(), context);
  },
};

function readingOf(answer: unknown, context: ReadContext) {
  if (!isRecord(answer)) throw new Failure('unreadable', 'not an object');
  const known = Object.keys(counters).some((name) => Object.hasOwn(answer, name));
  if (!known && answer.result !== undefined) throw new Failure('carrier-down', 'a result in place of values');
  if (!known) throw new Failure('unreadable', 'no counters');
  const month = parseAnswer(monthAnswer, answer);
  const { monthly_rx_bytes: download, monthly_tx_bytes: upload } = month;
  if (download.trim() === '' && upload.trim() === '') throw new Failure('signed-out', 'empty counters');
  const [down, up] = [download, upload].map((text) => (text.trim() === '' ? null : text));
  const limit = limitOf(month);
  return countedReading(
    { download: down ?? null, upload: up ?? null, limit, firstDay: month.traffic_clear_date },
    context,
  );
}

/** Bytes; null = none is set: it is off, it caps hours, or it is 0. */
function limitOf(month: Month): number | null {
  const { data_volume_limit_switch: on, data_volume_limit_unit: unit, data_volume_limit_size: size } = month;
  if (on.trim() !== '1' || unit.trim() !== 'data' || size.trim() === '') return null;
  const [, amount, factor] = SIZE.exec(size.trim()) ?? [];
  if (amount === undefined) throw new Failure('unreadable', 'not a volume');
  return amountOf(amount, Number(factor) * MEBIBYTE) || null;
}
