import { formatData } from '../../utils/domain/format.ts';
import type { DayUse } from '../../utils/domain/glance.ts';
import { useUnits } from '../units-context.ts';
import { useWords } from '../words-context.ts';
import { dayName } from './day-name.ts';
import { daysSummary } from './days-summary.ts';

/** The last days as bars, today apart. A day that nothing is known of is a gap, not a zero. */
export function DayBars({ days }: { days: readonly DayUse[] }) {
  const words = useWords();
  const units = useUnits();
  const most = Math.max(1, ...days.map(({ used }) => used ?? 0));
  const amount = (bytes: number) => formatData(bytes, units, words.locale);
  return (
    <section class="days">
      <h2>{words.t('popupDays')}</h2>
      <p class="small soft">{daysSummary(days, words, units)}</p>
      <div class="bars" aria-hidden="true">
        {days.map(({ day, used }, index) => (
          <div
            key={day}
            class={index === days.length - 1 ? 'bar bar-today' : 'bar'}
            title={`${dayName(day, words.locale)}: ${used === null ? words.t('popupDayUnknown') : amount(used)}`}
          >
            {used === null ? <i class="bar-gap" /> : <i style={{ blockSize: `${(used / most) * 100}%` }} />}
          </div>
        ))}
      </div>
      <p class="bars-ends small soft" aria-hidden="true">
        <span>{days[0] && dayName(days[0].day, words.locale)}</span>
        <span>{words.t('popupToday')}</span>
      </p>
      <DayTable days={days} amount={amount} />
    </section>
  );
}

function DayTable({ days, amount }: { days: readonly DayUse[]; amount: (bytes: number) => string }) {
  const words = useWords();
  return (
    <div class="unseen">
      <table>
        <caption>{words.t('popupDays')}</caption>
        <thead>
          <tr>
            <th scope="col">{words.t('popupDay')}</th>
            <th scope="col">{words.t('popupDayUsed')}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, used }) => (
            <tr key={day}>
              <th scope="row">{dayName(day, words.locale)}</th>
              <td>{used === null ? words.t('popupDayUnknown') : amount(used)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
