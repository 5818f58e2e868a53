import { useState } from 'preact/hooks';
import type { CommandInput, CommandOutput } from '../../utils/app/commands.ts';
import { formatMoney } from '../../utils/domain/format.ts';
import { Button } from '../Button.tsx';
import { useWords } from '../words-context.ts';
import { AmountField } from './AmountField.tsx';
import { parseAmount } from './amount-input.ts';
import { HostsToOpen } from './HostsToOpen.tsx';
import { OfferChoice } from './OfferChoice.tsx';
import { RenewField } from './RenewField.tsx';

const OTHER = 'other amount';

interface OfferFormProps {
  offers: CommandOutput['offers'];
  /** the line renews by itself already, which is not changed here */
  renews: boolean;
  busy: boolean;
  onOrder: (order: CommandInput<'open-top-up'>['order']) => void;
}

/** One offer or an amount is chosen, then the payment page is opened. */
export function OfferForm({ offers: all, renews, busy, onOrder }: OfferFormProps) {
  const { offers, customAmount, hosts } = all;
  const words = useWords();
  const [chosen, setChosen] = useState(offers[0]?.id ?? OTHER);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [renew, setRenew] = useState(false);
  if (offers.length === 0 && !customAmount) return <p>{words.t('topUpNoOffers')}</p>;
  if (hosts.length === 0) return <p>{words.t('topUpNoHost')}</p>;
  const offer = offers.find(({ id }) => id === chosen);
  const amount = customAmount && parseAmount(typed, customAmount);
  const price = offer?.price ?? (amount && customAmount ? { amount, currency: customAmount.currency } : null);
  const asksToRenew = offer?.recurring === true && !renews;
  const choose = (id: string) => {
    setChosen(id);
    setRenew(false);
  };
  const order = (event: Event) => {
    event.preventDefault();
    if (busy) return;
    setWrong(!offer && !amount);
    if (offer) onOrder({ offerId: offer.id, ...(asksToRenew && { autoRenew: renew }) });
    else if (amount) onOrder({ amount });
  };
  return (
    <form onSubmit={order} class="offer-form" noValidate>
      <fieldset class="offers">
        <legend>{words.t('topUpChoose')}</legend>
        {offers.map((each) => (
          <OfferChoice key={each.id} offer={each} checked={each.id === chosen} onChoose={choose} />
        ))}
        {customAmount && (
          <AmountField
            limits={customAmount}
            checked={!offer}
            typed={typed}
            wrong={wrong}
            onChoose={() => choose(OTHER)}
            onType={(text) => {
              setTyped(text);
              setWrong(false);
            }}
          />
        )}
      </fieldset>
      {asksToRenew && <RenewField offer={offer} checked={renew} onChange={setRenew} />}
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
