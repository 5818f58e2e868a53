import { CALL_LIMITS } from '../../utils/domain/counted.ts';
import { formatVoice } from '../../utils/domain/format.ts';
import { useWords } from '../words-context.ts';
import { Card } from './Card.tsx';

/** What the extension warns of, and from when. */
export function AlertKinds({ defaultLow, defaultCritical }: { defaultLow: string; defaultCritical: string }) {
  const words = useWords();
  const { t, locale } = words;
  const minutes = formatVoice(CALL_LIMITS.voice, locale);
  const rows: [string, string][] = [
    [t('optionsAlertLow'), t('optionsAlertLowWhen', defaultLow)],
    [t('optionsAlertCritical'), t('optionsAlertCriticalWhen', defaultCritical)],
    [t('optionsAlertUsedUp'), t('optionsAlertUsedUpWhen')],
    [t('optionsAlertRunOut'), t('optionsAlertRunOutWhen')],
    [t('optionsAlertBundleEnds'), t('optionsAlertBundleEndsWhen')],
    [t('optionsAlertLapse'), t('optionsAlertLapseWhen')],
    [t('optionsAlertCredit'), t('optionsAlertCreditWhen')],
    [t('optionsAlertBurn'), t('optionsAlertBurnWhen')],
    [t('optionsAlertCalls'), t('optionsAlertCallsWhen', minutes, words.n('unitSms', CALL_LIMITS.sms))],
    [t('optionsAlertTopUp'), t('optionsAlertTopUpWhen')],
    [t('optionsAlertSignIn'), t('optionsAlertSignInWhen')],
  ];
  return (
    <Card title={t('optionsAlertKindsTitle')} intro={t('optionsAlertKindsIntro')}>
      <dl class="facts">
        {rows.map(([what, when]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd class="soft">{when}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
