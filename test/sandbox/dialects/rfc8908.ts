import { SECOND } from '../clock.ts';
import { html, page } from '../pages.ts';
import { json, type Reply } from '../reply.ts';
import type { Dialect, DialectCarrier, Told } from './dialect.ts';
import { generalData, together } from './told.ts';

const LINE = 'data-card';
const HOST = 'portal.venue.example';
const API = '/captive-portal/api';

/** The Captive Portal API of a Wi-Fi network, whose session lasts as the line's own data does. */
export const rfc8908: Dialect = {
  id: 'rfc8908',
  hosts: [HOST],
  lines: [LINE],
  fields: () => ({ apiUrl: `https://${HOST}${API}` }),
  routes: (carrier) => [
    {
      method: 'GET',
      pattern: API,
      handle: () => {
        const told = carrier.told(LINE);
        return told && carrier.onOwnNetwork() ? session(told, carrier) : elsewhere();
      },
    },
    { method: 'GET', pattern: '/', handle: () => elsewhere() },
  ],
};

function session(told: Told, { clock }: DialectCarrier): Reply {
  const portal = {
    'user-portal-url': `https://${HOST}/`,
    'venue-info-url': `https://${HOST}/`,
    'can-extend-session': true,
  };
  const captive = { 'content-type': 'application/captive+json', 'cache-control': 'private' };
  if (told.lineStatus === 'suspended') return json({ captive: true, ...portal }, 200, captive);
  const { remaining, unlimited, validUntil } = together(generalData(told));
  const seconds = validUntil && Math.floor((Date.parse(validUntil) - clock.now()) / SECOND);
  const left = {
    ...(seconds !== null && { 'seconds-remaining': seconds }),
    ...(unlimited ? {} : { 'bytes-remaining': remaining }),
  };
  return json({ captive: false, ...portal, ...left }, 200, captive);
}

/** The name means nothing outside; here somebody has a page under it. */
function elsewhere(): Reply {
  return page({ title: 'Venue', body: html`<h1>Venue</h1><p>Free Wi-Fi in all our rooms.</p>` });
}
