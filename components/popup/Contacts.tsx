import type { Help } from '../../utils/domain/offers.ts';
import type { MessageKey } from '../../utils/domain/words.ts';
import { hostOf, webLink } from '../hosts.ts';
import { Icon, type IconName } from '../Icon.tsx';
import { useWords } from '../words-context.ts';

interface Contact {
  icon: IconName;
  label: MessageKey;
  href: string;
  /** the number or address itself, or the host of a page */
  shown: string;
  page: boolean;
}

/** How a person reaches the carrier. What it does not tell is left out; a page opens by https alone. */
export function Contacts({ help }: { help: Help }) {
  const words = useWords();
  const contacts = contactsOf(help);
  if (contacts.length === 0) return <p>{words.t('helpNone')}</p>;
  return (
    <section>
      <h2>{words.t('helpContact')}</h2>
      <ul class="contacts">
        {contacts.map(({ icon, label, href, shown, page }) => (
          <li key={label}>
            <a href={href} {...(page ? { target: '_blank', rel: 'noopener noreferrer' } : {})}>
              <Icon name={icon} />
              <span>
                {words.t(label)} <bdi class="small soft">{page ? words.t('helpOnHost', shown) : shown}</bdi>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function contactsOf(help: Help): Contact[] {
  const { phone, email, chatUrl } = help.support;
  const number = phone?.replace(/[^\d+]/g, '');
  const direct = (icon: IconName, label: MessageKey, scheme: string, shown: string | null, to = shown) =>
    shown && to ? [{ icon, label, href: `${scheme}:${to}`, shown, page: false }] : [];
  const page = (icon: IconName, label: MessageKey, address: string | null) => {
    const href = webLink(address);
    return href ? [{ icon, label, href, shown: hostOf(href), page: true }] : [];
  };
  return [
    ...direct('phone', 'helpPhone', 'tel', phone, number),
    ...direct('mail', 'helpEmail', 'mailto', email, email && encodeURI(email)),
    ...page('chat', 'helpChat', chatUrl),
    ...page('shop', 'helpStores', help.storesUrl),
    ...page('shop', 'helpKiosks', help.kiosksUrl),
    ...page('person', 'helpAccount', help.accountUrl),
    ...page('paper', 'helpTerms', help.termsUrl),
  ];
}
