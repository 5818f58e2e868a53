import { useEffect, useId, useRef } from 'preact/hooks';
import { formatMoney } from '../../utils/domain/format.ts';
import type { CustomAmount } from '../../utils/domain/offers.ts';
import { useWords } from '../words-context.ts';

interface AmountFieldProps {
  limits: CustomAmount;
  checked: boolean;
  typed: string;
  /** it was sent as it stands and is not an amount that the carrier takes */
  wrong: boolean;
  onChoose: () => void;
  onType: (typed: string) => void;
}

/** An amount of the person's own choice. */
export function AmountField({ limits, checked, typed, wrong, onChoose, onType }: AmountFieldProps) {
  const words = useWords();
  const hint = useId();
  const input = useRef<HTMLInputElement>(null);
  const money = (amount: number) => formatMoney({ amount, currency: limits.currency }, words.locale);
  const range = [money(limits.min), money(limits.max), money(limits.step)] as const;
  const bad = checked && wrong;
  useEffect(() => {
    if (bad) input.current?.focus();
  }, [bad]);
  return (
    <div class="offer offer-other">
      <label class="offer-pick">
        <input type="radio" name="offer" checked={checked} onChange={onChoose} />
        <span class="offer-name">{words.t('topUpOther')}</span>
      </label>
      <input
        ref={input}
        class="input"
        inputMode="decimal"
        autoComplete="off"
        value={typed}
        aria-label={words.t('topUpAmount', limits.currency)}
        aria-describedby={hint}
        aria-invalid={bad ? 'true' : undefined}
        onFocus={onChoose}
        onInput={(event) => onType(event.currentTarget.value)}
      />
      <p id={hint} class={bad ? 'small field-problem' : 'small soft'}>
        {words.t(bad ? 'topUpAmountWrong' : 'topUpAmountRange', ...range)}
      </p>
    </div>
  );
}
