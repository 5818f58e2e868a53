import type { Settings } from '../../utils/domain/settings.ts';
import { useWords } from '../words-context.ts';
import { Card } from './Card.tsx';
import { type Choice, ChoiceField } from './ChoiceField.tsx';
import type { Outcome } from './outcome.ts';
import { TaskLine } from './TaskLine.tsx';
import { useTask } from './use-task.ts';

export interface AppearanceFormProps {
  settings: Settings;
  /** the same 5 000 000 000 bytes in both units */
  example: Record<Settings['units'], string>;
  onChange: (settings: Settings) => Promise<Outcome>;
}

/** Units, theme and badge; each takes effect at once. */
export function AppearanceForm({ settings, example, onChange }: AppearanceFormProps) {
  const { t } = useWords();
  const task = useTask();
  const change = (part: Partial<Settings>) => void task.run(() => onChange({ ...settings, ...part }));
  return (
    <>
      <UnitsCard settings={settings} example={example} change={change} />
      <ThemeCard settings={settings} change={change} />
      <BadgeCard settings={settings} change={change} />
      <TaskLine state={task.state} done={t('optionsSaved')} unseen />
    </>
  );
}

interface PartProps {
  settings: Settings;
  change: (part: Partial<Settings>) => void;
}

function UnitsCard({ settings, example, change }: PartProps & Pick<AppearanceFormProps, 'example'>) {
  const { t } = useWords();
  const choices: Choice<Settings['units']>[] = [
    { value: 'decimal', label: t('optionsUnitsDecimal'), help: t('optionsUnitsExample', example.decimal) },
    { value: 'binary', label: t('optionsUnitsBinary'), help: t('optionsUnitsExample', example.binary) },
  ];
  return (
    <Card title={t('optionsUnitsTitle')}>
      <ChoiceField
        name="units"
        legend={t('optionsUnitsLegend')}
        value={settings.units}
        onChange={(units) => change({ units })}
        choices={choices}
      />
    </Card>
  );
}

function ThemeCard({ settings, change }: PartProps) {
  const { t } = useWords();
  const choices: Choice<Settings['theme']>[] = [
    { value: 'system', label: t('optionsThemeSystem') },
    { value: 'light', label: t('optionsThemeLight') },
    { value: 'dark', label: t('optionsThemeDark') },
  ];
  return (
    <Card title={t('optionsThemeTitle')}>
      <ChoiceField
        name="theme"
        legend={t('optionsThemeLegend')}
        row
        value={settings.theme}
        onChange={(theme) => change({ theme })}
        choices={choices}
      />
    </Card>
  );
}

function BadgeCard({ settings, change }: PartProps) {
  const { t } = useWords();
  const choices: Choice<Settings['badge']>[] = [
    { value: 'remaining', label: t('optionsBadgeRemaining'), help: t('optionsBadgeRemainingHelp') },
    { value: 'percent', label: t('optionsBadgePercent'), help: t('optionsBadgePercentHelp') },
    { value: 'days', label: t('optionsBadgeDays'), help: t('optionsBadgeDaysHelp') },
  ];
  return (
    <Card title={t('optionsBadgeTitle')}>
      <ChoiceField
        name="badge"
        legend={t('optionsBadgeLegend')}
        value={settings.badge}
        onChange={(badge) => change({ badge })}
        choices={choices}
      />
      <p class="small soft">{t('optionsBadgeNote')}</p>
    </Card>
  );
}
