import * as z from 'zod/mini';
import { Failure } from '../domain/failure.ts';
import type { Reading } from '../domain/reading.ts';
import type { Declaration, Http, HttpRequest, Provider, ReadContext } from './contract.ts';
import { parseAnswer, text } from './standards/answer.ts';
import { device } from './standards/device.ts';
import { flatXml } from './standards/flat-xml.ts';
import { figure } from './standards/loose.ts';
import { scaled } from './standards/numbers.ts';
import { countedReading } from './standards/router-counters.ts';
import { unitOf } from './standards/units.ts';

/** No rights, a wrong token, a wrong session. */
const REFUSALS: readonly unknown[] = ['100003', '125002', '125003'];
/** `100GB`, powers of 1024; `0` needs no unit. */
const VOLUME = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i;

const sessionAnswer = z.object({ TokInfo: z.string(), SesInfo: z.optional(z.string()) });
const monthAnswer = z.object({ CurrentMonthDownload: figure, CurrentMonthUpload: figure });
const limitAnswer = z.object({ StartDay: text, DataLimit: text, SetMonthData: text });

type Fields = Readonly<Record<string, string>>;

/** Huawei's HiLink: sticks, MiFi and routers that tell of themselves in XML on the local network. */
export const huaweiHilinkDeclaration: Declaration = {
  ...device('192.168.8.1', 'fieldHilinkAddressHelp'),
  id: 'huawei-hilink',
  name: 'Huawei HiLink',
  keywords: ['Huawei', 'HiLink', 'MiFi', 'router', 'LTE', '5G CPE', '华为', '華為', '随身WiFi', '路由器'],
};

export const huaweiHilink: Provider = {
  ...huaweiHilinkDeclaration,
  read: async (line, context) => {
    const [origin] = huaweiHilink.origins(line);
    const get = session(context.http, `${origin}/api`);
    const month = parseAnswer(monthAnswer, await get('/monitoring/month_statistics'));
    return readingOf(month, parseAnswer(limitAnswer, await get('/monitoring/start_date')), context);
  },
};

type Session = Pick<HttpRequest, 'headers' | 'session'>;

/**
 * Requests of one session. One that is refused is replaced once, by what the device tells of it: not every device sets
 * the cookie itself. Throws Failure.
 */
function session(http: Http, api: string): (path: string) => Promise<Fields> {
  const begin = async (isAnew: boolean): Promise<Session> => {
    const { TokInfo, SesInfo } = parseAnswer(sessionAnswer, await ask(http, `${api}/webserver/SesTokInfo`));
    const headers: Fields = TokInfo === '' ? {} : { __RequestVerificationToken: TokInfo };
    return isAnew && SesInfo ? { headers, session: SesInfo } : { headers };
  };
  let current: Session | null = null;
  let mayRenew = true;
  return async (path) => {
    current ??= await begin(false);
    try {
      return await ask(http, api + path, current);
    } catch (error) {
      if (!mayRenew || !(error instanceof Failure) || error.kind !== 'signed-out') throw error;
      mayRenew = false;
      current = await begin(true);
      return ask(http, api + path, current);
    }
  };
}

async function ask(http: Http, url: string, session?: Session): Promise<Fields> {
  const { root, fields } = flatXml((await http.request({ url, cookies: true, ...session })).text());
  if (root === 'response') return Object.fromEntries(fields);
  if (root !== 'error') throw new Failure('unreadable', 'neither an answer nor an error');
  const refused = REFUSALS.includes(fields.get('code')?.trim());
  throw new Failure(refused ? 'signed-out' : 'carrier-down', 'an error within the answer');
}

function readingOf(
  month: z.infer<typeof monthAnswer>,
  { StartDay, DataLimit, SetMonthData }: z.infer<typeof limitAnswer>,
  context: ReadContext,
): Reading {
  const { CurrentMonthDownload: download, CurrentMonthUpload: upload } = month;
  if (download === null && upload === null) throw new Failure('unreadable', 'no counters');
  const limit = SetMonthData?.trim() === '1' && DataLimit !== null ? volume(DataLimit) : null;
  return countedReading({ download, upload, limit, firstDay: StartDay }, context);
}

/** null for 0, which is no limit. */
function volume(told: string): number | null {
  const [, amount, unit = ''] = VOLUME.exec(told.trim()) ?? [];
  if (amount === undefined) throw new Failure('unreadable', 'not a volume');
  if (Number(amount) === 0) return null;
  const { kind, factor } = unitOf(unit, 1024);
  if (kind !== 'data') throw new Failure('unreadable', 'a volume that is no data');
  return scaled(amount, factor);
}
