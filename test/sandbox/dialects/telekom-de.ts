import { SECOND } from '../clock.ts';
import { html, page } from '../pages.ts';
import { json, type Reply } from '../reply.ts';
import { habits } from '../settings.ts';
import type { Dialect, DialectCarrier } from './dialect.ts';
import { inUse } from './told.ts';

const LINE = 'phone';

/** Deutsche Telekom's page for passes: the SIM that carries the traffic is the identity, here always the same. */
export const telekomDe: Dialect = {
  id: 'telekom-de',
  hosts: ['pass.telekom.de'],
  lines: [LINE],
  fields: () => ({}),
  routes: (carrier) => [
    {
      method: 'GET',
      pattern: '/api/service/generic/v1/status',
      handle: () => (carrier.onOwnNetwork() ? status(carrier) : elsewhere()),
    },
    { method: 'GET', pattern: '/', handle: () => elsewhere() },
  ],
};

function status(carrier: DialectCarrier): Reply {
  const told = carrier.told(LINE);
  if (told === null) return elsewhere();
  const pass = inUse(told);
  const usedAt = Date.parse(told.asOf);
  const [total, used] = [pass?.total ?? 0, pass?.used ?? 0];
  return json({
    title: 'Datenvolumen',
    passName: pass?.label ?? null,
    passType: 101,
    ...(pass?.unlimited ? {} : { initialVolume: total, initialVolumeStr: gigabytes(total) }),
    usedVolume: used,
    usedVolumeStr: gigabytes(used),
    usedPercentage: total > 0 ? Math.round((used / total) * 100) : 0,
    usedAt,
    validityPeriod: 1,
    ...(pass?.validUntil
      ? { remainingSeconds: Math.round((Date.parse(pass.validUntil) - usedAt) / SECOND) }
      : {}),
    nextUpdate: habits(carrier.db).pollHintSeconds,
    subscription: 'tariff',
    hasOffers: true,
  });
}

/** As its page shows it, which no program should read. */
function gigabytes(bytes: number): string {
  return `${(bytes / 1024 ** 3).toLocaleString('de', { maximumFractionDigits: 2 })} GB`;
}

/** What everybody else is shown. */
function elsewhere(): Reply {
  const body = html`<h1>Sie surfen nicht im Mobilfunknetz</h1>
<p>Diese Seite steht nur zur Verfügung, wenn Sie mit Ihrer SIM-Karte unterwegs sind.</p>`;
  return page({ title: 'Datenvolumen', body });
}
