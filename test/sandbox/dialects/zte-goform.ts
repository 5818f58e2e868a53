import { json, type Reply } from '../reply.ts';
import type { SandboxRequest } from '../router.ts';
import { atHome, countedBy, isOwner, ownPage } from './device.ts';
import type { Dialect, DialectCarrier } from './dialect.ts';

const HOST = 'goform.local';
const LINE = 'data-card';
const COOKIE = 'stok';

/** A device by ZTE in the local network: whoever seems to come from its own page is told what is asked for. */
export const zteGoform: Dialect = {
  id: 'zte-goform',
  hosts: [],
  plainHosts: [HOST],
  lines: [LINE],
  fields: (carrier) => ({ address: HOST, password: carrier.secret('password') }),
  routes: atHome((carrier) => [
    {
      method: 'GET',
      pattern: '/goform/goform_get_cmd_process',
      handle: (request) => (isFromItself(request) ? values(carrier, request) : json({ result: 'failure' })),
    },
    ...ownPage(carrier, COOKIE),
  ]),
};

function isFromItself({ headers, origin }: SandboxRequest): boolean {
  const { referer = '' } = headers;
  return URL.canParse(referer) && new URL(referer).origin === origin;
}

/** Every value is text; what the device does not know is empty. It says that its JSON is HTML. */
function values(carrier: DialectCarrier, request: SandboxRequest): Reply {
  const { query } = request;
  const known = carrier.asksPassword() && !isOwner(carrier, COOKIE, request) ? {} : valuesOf(carrier);
  const wanted = (query.get('cmd') ?? '').split(',');
  const told = wanted.map((name) => [name, String(known[name] ?? '')]);
  return json(Object.fromEntries(told), 200, { 'content-type': 'text/html' });
}

function valuesOf(carrier: DialectCarrier): Record<string, string | number> {
  const told = carrier.told(LINE);
  if (told === null) return {};
  const { download, upload, limitMiB, firstDay } = countedBy(told);
  return {
    network_provider: 'Sandbox',
    ppp_status: 'ppp_connected',
    monthly_rx_bytes: download,
    monthly_tx_bytes: upload,
    monthly_time: 86_400,
    data_volume_limit_switch: limitMiB === null ? 0 : 1,
    data_volume_limit_unit: limitMiB === null ? '' : 'data',
    data_volume_limit_size: limitMiB === null ? '' : `${limitMiB}_1`,
    data_volume_alert_percent: 80,
    traffic_clear_date: firstDay,
  };
}
