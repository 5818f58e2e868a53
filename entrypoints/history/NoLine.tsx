import { Illustration } from '../../components/Illustration.tsx';
import { useWords } from '../../components/words-context.ts';

/** Nothing to have a history of. */
export function NoLine() {
  const { t } = useWords();
  return (
    <div class="nothing">
      <Illustration />
      <p>{t('historyNoLine')}</p>
      <a class="button button-primary" href="/options.html#add">
        {t('popupAddLine')}
      </a>
    </div>
  );
}
