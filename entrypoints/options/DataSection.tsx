import { ErrorNote } from '../../components/ErrorNote.tsx';
import { Card } from '../../components/options/Card.tsx';
import { DiagnosticsCard } from '../../components/options/DiagnosticsCard.tsx';
import { EraseCard } from '../../components/options/EraseCard.tsx';
import { HistoryCard } from '../../components/options/HistoryCard.tsx';
import { PassphraseCard } from '../../components/options/PassphraseCard.tsx';
import { ReceiptList } from '../../components/options/ReceiptList.tsx';
import { Section } from '../../components/options/Section.tsx';
import { TransferCard } from '../../components/options/TransferCard.tsx';
import { ReceiptButtons } from '../../components/ReceiptButtons.tsx';
import { useWords } from '../../components/words-context.ts';
import {
  copyText,
  importFile,
  saveDiagnostics,
  saveExport,
  saveHistory,
  showDiagnostics,
} from './data-actions.ts';
import { askFor } from './outcome.ts';
import type { Page } from './page.ts';
import { shownLines } from './shown-lines.ts';
import { useReceipts } from './use-receipts.ts';

/** What is kept on this computer: out, in, wrapped, away. */
export function DataSection({ page }: { page: Page }) {
  const words = useWords();
  const { t } = words;
  const lines = shownLines(page).map(({ line }) => ({ id: line.id, name: line.name }));
  return (
    <Section title={t('dataTitle')} intro={t('dataIntro')} takesFocus={page.arrived}>
      <PassphraseCard
        secrets={page.state.secrets}
        onSet={(passphrase) => askFor(page, 'set-passphrase', { passphrase })}
        onUnlock={(passphrase) => askFor(page, 'unlock', { passphrase })}
        onLock={() => askFor(page, 'lock', {})}
      />
      <TransferCard onExport={() => saveExport(page)} onImport={(file) => importFile(page, file)} />
      {lines.length > 0 && <HistoryCard lines={lines} onSave={(lineId) => saveHistory(page, lineId)} />}
      <Receipts page={page} />
      <DiagnosticsCard
        onShow={() => showDiagnostics(page)}
        onCopy={(text) => copyText(page, words, text)}
        onSave={(text) => saveDiagnostics(page, text)}
      />
      <EraseCard onErase={() => askFor(page, 'erase-all', {})} />
    </Section>
  );
}

function Receipts({ page }: { page: Page }) {
  const { t } = useWords();
  const { receipts, error } = useReceipts(page);
  return (
    <Card title={t('dataReceiptsTitle')} intro={t('dataReceiptsIntro')}>
      {receipts && (
        <ReceiptList
          receipts={receipts}
          actions={(topUp) => <ReceiptButtons topUp={topUp} actions={page.deps} />}
        />
      )}
      <ErrorNote error={error} />
      <AtCarriers page={page} />
    </Card>
  );
}

/** The way to what the carriers themselves keep. */
function AtCarriers({ page }: { page: Page }) {
  const { t } = useWords();
  const { providers } = page.deps;
  const told = shownLines(page).filter(({ line }) =>
    providers.some(({ id, opensCheckouts }) => opensCheckouts && id === line.providerId),
  );
  if (told.length === 0) return null;
  return (
    <>
      <p>{t('dataReceiptsCarrier')}</p>
      <div class="actions">
        {told.map(({ line }) => (
          <a key={line.id} class="button" href={`#line/${encodeURIComponent(line.id)}`}>
            {line.name}
          </a>
        ))}
      </div>
    </>
  );
}
