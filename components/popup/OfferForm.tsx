import { useState } from 'preact/hooks';
import type { CommandOutput } from '../../utils/app/commands.ts';
import { formatMoney } from '../../utils/domain/format.ts';
import { Button } from '../Button.tsx';
import { useWords } from '../words-context.ts';
import { AmountField } from './AmountField.tsx';
import { parseAmount } from './amount-input.ts';
import { HostsToOpen } from './HostsToOpen.tsx';
import { OfferChoice } from './OfferChoice.tsx';

const OTHER = 'other amount';

interface OfferFormProps {
  offers: CommandOutput['offers'];
  busy: boolean;
  onOrder: (order: { offerId: string } | { amount: number }) => void;
}

/** One offer or an amount is chosen, then the payment page is opened. */
export function OfferForm({ offers: { offers, customAmount, hosts }, busy, onOrder }: OfferFormProps) {
  const words = useWords();
  const [chosen, setChosen] = useState(offers[0]?.id ?? OTHER);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  if (offers.length === 0 && !customAmount) return <p>{words.t('topUpNoOffers')}</p>;
  if (hosts.length === 0) return <p>{words.t('topUpNoHost')}</p>;
  const offer = offers.find(({ id }) => id === chosen);
  const amount = customAmount && parseAmount(typed, customAmount);
  const price = offer?.price ?? (amount && customAmount ? { amount, currency: customAmount.currency } : null);
  const order = (event: Event) => {
    event.preventDefault();
    if (busy) return;
    setWrong(!offer && !amount);
    if (offer) onOrder({ offerId: offer.id });
    else if (amount) onOrder({ amount });
  };
  return (
    <form onSubmit={order} class="offer-form" noValidate>
      <fieldset class="offers">
        <legend>{words.t('topUpChoose')}</legend>
        {offers.map((each) => (
          <OfferChoice key={each.id} offer={each} checked={each.id === chosen} onChoose={setChosen} />
        ))}
        {customAmount && (
          <AmountField
            limits={customAmount}
            checked={!offer}
            typed={typed}
            wrong={wrong}
            onChoose={() => setChosen(OTHER)}
            onType={(text) => {
              setTyped(text);
              setWrong(false);
            }}
          />
        )}
      </fieldset>
      <HostsToOpen hosts={hosts} />
      <Button kind="primary" wide type="submit" busy={busy}>
        {busy
          ? words.t('topUpOpening')
          : price
            ? words.t('topUpContinuePrice', formatMoney(price, words.locale))
            : words.t('topUpContinue')}
      </Button>
    </form>
  );
}
