import { Icon, type IconName } from '../Icon.tsx';
import { useWords } from '../words-context.ts';

export interface SectionLink {
  hash: string;
  label: string;
  icon: IconName;
}

/** The sections of the page, the present one marked. */
export function SectionNav({ links, current }: { links: readonly SectionLink[]; current: string }) {
  const { t } = useWords();
  return (
    <nav class="sections" aria-label={t('optionsNavLabel')}>
      <ul>
        {links.map(({ hash, label, icon }) => (
          <li key={hash}>
            <a href={hash} aria-current={hash === current ? 'page' : undefined}>
              <Icon name={icon} />
              <span>{label}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
