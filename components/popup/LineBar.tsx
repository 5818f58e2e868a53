import { clockTime } from '../../utils/domain/clock-time.ts';
import type { GlanceLine } from '../../utils/domain/glance.ts';
import { Button } from '../Button.tsx';
import { Icon } from '../Icon.tsx';
import { useNow } from '../now-context.ts';
import { useWords } from '../words-context.ts';

interface LineBarProps {
  line: GlanceLine;
  /** with two or more lines the name is a button */
  onSwitch: (() => void) | null;
  refreshing: boolean;
  /** until when a refresh would not ask the carrier; null = it may be asked now */
  retryAt: string | null;
  onRefresh: () => void;
  onSettings: () => void;
}

/** Which line this is, with refresh and settings. */
export function LineBar({ line, onSwitch, refreshing, retryAt, onRefresh, onSettings }: LineBarProps) {
  const words = useWords();
  const now = useNow();
  const retry = retryAt && words.t('popupRetryAt', clockTime(retryAt, now, words.locale));
  return (
    <header class="bar-top">
      <div class="line-name">
        <h1>{onSwitch ? <SwitchButton line={line} onSwitch={onSwitch} /> : <bdi>{line.name}</bdi>}</h1>
        {line.demo && <span class="tag">{words.t('popupDemo')}</span>}
        {line.planName && line.planName !== line.name && (
          <p class="small soft">
            <bdi>{line.planName}</bdi>
          </p>
        )}
      </div>
      <Button
        kind="icon"
        disabled={retry !== null}
        busy={refreshing}
        aria-label={refreshing ? words.t('popupRefreshing') : (retry ?? words.t('popupRefresh'))}
        title={retry ?? words.t('popupRefresh')}
        onClick={onRefresh}
      >
        <Icon name={retry ? 'clock' : 'refresh'} />
        {retryAt && <span class="small">{clockTime(retryAt, now, words.locale)}</span>}
      </Button>
      <Button
        kind="icon"
        aria-label={words.t('popupSettings')}
        title={words.t('popupSettings')}
        onClick={onSettings}
      >
        <Icon name="settings" />
      </Button>
    </header>
  );
}

function SwitchButton({ line, onSwitch }: { line: GlanceLine; onSwitch: () => void }) {
  const words = useWords();
  return (
    <button type="button" class="line-switch" data-opens="lines" onClick={onSwitch}>
      <bdi>{line.name}</bdi>
      <span class="unseen">{words.t('popupSwitchLine')}</span>
      <Icon name="down" />
    </button>
  );
}
