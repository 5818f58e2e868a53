import { ownLink } from '../../utils/domain/checkout-host.ts';
import { useWords } from '../words-context.ts';
import { CheckField } from './CheckField.tsx';
import { HostList } from './HostList.tsx';
import { TextField } from './TextField.tsx';
import { linkProblem, type TypedLink } from './typed-link.ts';

export interface OwnLinkFieldsProps {
  link: TypedLink;
  onChange: (link: TypedLink) => void;
  /** the person tried to save it */
  tried: boolean;
}

/** The person's own top-up page: https alone, its host in large letters and confirmed. */
export function OwnLinkFields({ link, onChange, tried }: OwnLinkFieldsProps) {
  const { t } = useWords();
  const verdict = link.url.trim() === '' ? null : ownLink(link.url);
  const problem = linkProblem(link);
  const said = tried && problem ? t(problem) : null;
  const unconfirmed = problem === 'lineLinkUnconfirmed';
  return (
    <>
      <TextField
        id="own-link"
        type="url"
        verbatim
        label={t('lineLink')}
        help={t('lineLinkHelp')}
        placeholder="https://"
        value={link.url}
        onInput={(url) => onChange({ url, confirmed: false })}
        problem={unconfirmed ? null : said}
      />
      {verdict?.ok && (
        <>
          <HostList title={t('lineLinkOpens')} hosts={[verdict.host]} />
          <CheckField
            id="own-link-confirmed"
            label={t('lineLinkConfirm')}
            checked={link.confirmed}
            onChange={(confirmed) => onChange({ ...link, confirmed })}
            problem={unconfirmed ? said : null}
          />
        </>
      )}
    </>
  );
}
