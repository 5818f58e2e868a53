import { useState } from 'preact/hooks';
import type { LineKind } from '../../utils/domain/line.ts';
import { useWords } from '../words-context.ts';
import { Card } from './Card.tsx';
import { CheckField } from './CheckField.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { HostList } from './HostList.tsx';
import { kindOptions } from './kind-words.ts';
import { OwnLinkFields } from './OwnLinkFields.tsx';
import { type Outcome, SAID_AT_INPUT } from './outcome.ts';
import { SaveForm } from './SaveForm.tsx';
import { TextField } from './TextField.tsx';
import { focusLinkProblem, linkProblem, type TypedLink } from './typed-link.ts';

export interface Finish {
  name: string;
  kind: LineKind;
  link: TypedLink;
  hostsConfirmed: boolean;
}

export interface FinishFormProps {
  finish: Finish;
  onChange: (finish: Finish) => void;
  /** where the carrier's payment pages open; empty = it has none */
  checkoutHosts: readonly string[];
  /** the person may give a top-up page of their own */
  asksLink: boolean;
  onSave: () => Promise<Outcome>;
}

/** What is left to decide before a line that reads is saved. */
export function FinishForm(props: FinishFormProps) {
  const { finish, checkoutHosts, asksLink, onSave } = props;
  const { t } = useWords();
  const [tried, setTried] = useState(false);
  const save = async () => {
    setTried(true);
    if (finish.name.trim() === '') document.getElementById('new-name')?.focus();
    else if (asksLink && linkProblem(finish.link) !== null) focusLinkProblem(finish.link);
    else return onSave();
    return SAID_AT_INPUT;
  };
  return (
    <SaveForm label={t('addSave')} kind="primary" onSave={save}>
      <NameCard {...props} tried={tried} />
      {checkoutHosts.length > 0 && <PayCard {...props} />}
      {asksLink && <LinkCard {...props} tried={tried} />}
    </SaveForm>
  );
}

type CardProps = Pick<FinishFormProps, 'finish' | 'onChange'> & { tried: boolean };

function NameCard({ finish, onChange, tried }: CardProps) {
  const words = useWords();
  const missing = tried && finish.name.trim() === '';
  return (
    <Card title={words.t('lineNameTitle')}>
      <TextField
        id="new-name"
        label={words.t('lineName')}
        value={finish.name}
        onInput={(name) => onChange({ ...finish, name })}
        problem={missing ? words.t('lineNameMissing') : null}
        required
      />
      <ChoiceField
        name="new-kind"
        legend={words.t('lineKind')}
        row
        value={finish.kind}
        choices={kindOptions(words)}
        onChange={(kind) => onChange({ ...finish, kind })}
      />
    </Card>
  );
}

function PayCard({ finish, onChange, checkoutHosts }: FinishFormProps) {
  const { t } = useWords();
  return (
    <Card title={t('addPayTitle')} intro={t('addPayIntro')}>
      <HostList title={t('addPayHosts')} hosts={checkoutHosts} />
      <CheckField
        id="hosts-confirmed"
        label={t('addPayConfirm')}
        help={t('addPayConfirmHelp')}
        checked={finish.hostsConfirmed}
        onChange={(hostsConfirmed) => onChange({ ...finish, hostsConfirmed })}
      />
    </Card>
  );
}

function LinkCard({ finish, onChange, tried }: CardProps) {
  const { t } = useWords();
  return (
    <Card title={t('lineLinkTitle')} intro={t('addLinkIntro')}>
      <OwnLinkFields link={finish.link} onChange={(link) => onChange({ ...finish, link })} tried={tried} />
    </Card>
  );
}
