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
  const known = days.some(({ used }) => used !== null);
  const most = Math.max(1, ...days.map(({ used }) => used ?? 0));
  const amount = (bytes: number) => formatData(bytes, units, words.locale);
  return (
    <section class="days">
      <h2>{words.t('popupDays')}</h2>
      <p class="small soft">{daysSummary(days, words, units)}</p>
      {known && <Bars days={days} most={most} amount={amount} />}
      {known && <DayTable days={days} amount={amount} />}
    </section>
  );
}

interface BarsProps {
  days: readonly DayUse[];
  /** bytes of the tallest bar */
  most: number;
  amount: (bytes: number) => string;
}

function Bars({ days, most, amount }: BarsProps) {
  const { t, locale } = useWords();
  return (
    <div aria-hidden="true">
      <div class="bars">
        {days.map(({ day, used }, index) => (
          <div
            key={day}
            class={index === days.length - 1 ? 'bar bar-today' : 'bar'}
            title={`${dayName(day, locale)}: ${used === null ? t('popupDayUnknown') : amount(used)}`}
          >
            {used === null ? <i class="bar-gap" /> : <i style={{ blockSize: `${(used / most) * 100}%` }} />}
          </div>
        ))}
      </div>
      <p class="bars-ends small soft">
        <span>{days[0] && dayName(days[0].day, locale)}</span>
        <span>{t('popupToday')}</span>
      </p>
    </div>
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
