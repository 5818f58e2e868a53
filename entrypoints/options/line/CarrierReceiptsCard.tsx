import { Button } from '../../../components/Button.tsx';
import { ErrorText } from '../../../components/ErrorText.tsx';
import { useNow } from '../../../components/now-context.ts';
import { Card } from '../../../components/options/Card.tsx';
import { CarrierReceiptList, type ToldReceipt } from '../../../components/options/CarrierReceiptList.tsx';
import type { ShownLine } from '../../../components/options/shown-line.ts';
import { FailureNote } from '../../../components/popup/FailureNote.tsx';
import { EvidenceButtons, ReceiptButtons } from '../../../components/ReceiptButtons.tsx';
import { useWords } from '../../../components/words-context.ts';
import { browserZone } from '../../../components/zone.ts';
import { carrierReceiptText } from '../../../utils/domain/carrier-receipt-text.ts';
import { receiptAt } from '../../../utils/domain/carrier-receipts.ts';
import type { Page } from '../page.ts';
import { type CarrierReceipts, useCarrierReceipts } from './use-carrier-receipts.ts';

interface CarrierReceiptsCardProps {
  page: Page;
  shown: ShownLine;
}

/** The carrier's own list of a line's top-ups, asked for by a press. */
export function CarrierReceiptsCard({ page, shown }: CarrierReceiptsCardProps) {
  const { t } = useWords();
  const list = useCarrierReceipts(page, shown.line.id);
  const { known, busy } = list;
  const evidence = (receipt: ToldReceipt) => (
    <Evidence receipt={receipt} lineName={shown.line.name} page={page} />
  );
  return (
    <Card title={t('carrierReceiptsTitle')} intro={t('carrierReceiptsIntro')}>
      {known && <CarrierReceiptList receipts={known.receipts} actions={evidence} />}
      <p role="status" class="small soft">
        {saidOf(list, t)}
      </p>
      <AskError list={list} page={page} shown={shown} />
      <div class="actions">
        {known?.paged && (
          <Button busy={busy} disabled={known.next === null} onClick={list.more}>
            {t('carrierReceiptsMore')}
          </Button>
        )}
        <Button busy={busy} onClick={list.ask}>
          {t('carrierReceiptsAsk')}
        </Button>
      </div>
    </Card>
  );
}

function saidOf({ known, busy }: CarrierReceipts, t: ReturnType<typeof useWords>['t']): string {
  if (busy) return t('addAsking');
  if (!known) return '';
  const count = known.receipts.length;
  return count === 0 ? t('carrierReceiptsNone') : t('carrierReceiptsShown', `${count}`);
}

/** Why the carrier's list did not come, with the one button that mends it. */
function AskError({ list, page, shown }: CarrierReceiptsCardProps & { list: CarrierReceipts }) {
  const now = useNow();
  const { error, busy, again } = list;
  const failure = error?.kind === 'failure' ? error.failure : null;
  const retryAt = failure?.retryAt && failure.retryAt > now ? failure.retryAt : null;
  return (
    <div role="alert">
      {failure && shown.glance ? (
        <FailureNote
          line={shown.glance}
          failure={failure}
          refreshing={busy}
          retryAt={retryAt}
          onRefresh={again}
          inSettings
          actions={page.deps}
        />
      ) : (
        error && <ErrorText error={error} />
      )}
    </div>
  );
}

interface EvidenceProps {
  receipt: ToldReceipt;
  lineName: string;
  page: Page;
}

/** What this computer saw of a top-up is the better evidence. */
function Evidence({ receipt: { told, own }, lineName, page }: EvidenceProps) {
  const words = useWords();
  if (own) return <ReceiptButtons topUp={own} actions={page.deps} />;
  return (
    <EvidenceButtons
      text={() => carrierReceiptText(told, lineName, words, browserZone())}
      at={receiptAt(told)}
      actions={page.deps}
    />
  );
}
