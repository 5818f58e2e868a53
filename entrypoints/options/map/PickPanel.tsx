import { useState } from 'preact/hooks';
import { Button } from '../../../components/Button.tsx';
import { Card } from '../../../components/options/Card.tsx';
import { CheckField } from '../../../components/options/CheckField.tsx';
import { SelectField } from '../../../components/options/SelectField.tsx';
import { TextField } from '../../../components/options/TextField.tsx';
import { useWords } from '../../../components/words-context.ts';
import { pointedAt } from '../../../utils/domain/pointer.ts';
import type { Mapping } from '../../../utils/providers/standards/mapping.ts';
import { DetailFields } from './DetailFields.tsx';
import {
  BUCKET_ROLES,
  type Detail,
  isBucketRole,
  LINE_ROLES,
  listAround,
  type Role,
  withPick,
} from './map-draft.ts';
import { guess, guessedDetail } from './map-guess.ts';
import { lacksOf, ROLE_WORDS } from './map-words.ts';

export interface PickPanelProps {
  answer: unknown;
  /** the value that was clicked; null = none yet */
  at: string | null;
  mapping: Mapping;
  onAt: (at: string | null) => void;
  onMapping: (mapping: Mapping) => void;
}

/** What the value that was clicked is. */
export function PickPanel({ answer, at, mapping, onAt, onMapping }: PickPanelProps) {
  const { t } = useWords();
  const value = at === null ? undefined : pointedAt(answer, at);
  const isValue = at !== null && value !== undefined && (typeof value !== 'object' || value === null);
  return (
    <Card title={t('mapPickTitle')} intro={at === null ? t('mapPickNone') : undefined}>
      <TextField
        id="map-at"
        label={t('mapAt')}
        help={t('mapAtHelp')}
        value={at ?? ''}
        problem={at === null || at === '' || isValue ? null : t('mapAtNothing')}
        onInput={(text) => onAt(text === '' ? null : text)}
        verbatim
      />
      {isValue && <PickForm answer={answer} at={at} mapping={mapping} onMapping={onMapping} />}
    </Card>
  );
}

type PickFormProps = Omit<PickPanelProps, 'at' | 'onAt'> & { at: string };

function PickForm({ answer, at, mapping, onMapping }: PickFormProps) {
  const { t } = useWords();
  const [role, setRole] = useState<Role>(() => guess(answer, at).role);
  const [detail, setDetail] = useState<Detail>(() => guessedDetail(role, answer, at));
  const around = listAround(answer, at);
  const [ofAll, setOfAll] = useState(around !== null);
  const each = around && ofAll && isBucketRole(role) ? around.each : null;
  const alone = mapping.buckets.filter((bucket) => bucket.each === undefined);
  const free = alone.findIndex((bucket) => !(role === 'label' ? 'labelAt' : role in bucket));
  const [typedBucket, setBucket] = useState<number | null>(null);
  const bucket = typedBucket ?? (free < 0 ? alone.length : free);
  const lacks = lacksOf(detail);
  const use = (event: Event) => {
    event.preventDefault();
    if (lacks === null) onMapping(withPick(mapping, { role, at, detail, each, bucket }));
  };
  const choose = (text: string) => {
    const next = [...BUCKET_ROLES, ...LINE_ROLES].find((one) => one === text) ?? role;
    setRole(next);
    setDetail(guessedDetail(next, answer, at));
  };
  return (
    <form class="form" noValidate onSubmit={use}>
      <SelectField
        id="map-role"
        label={t('mapRole')}
        value={role}
        options={[...BUCKET_ROLES, ...LINE_ROLES].map((one) => ({ value: one, label: t(ROLE_WORDS[one]) }))}
        onChange={choose}
      />
      <DetailFields answer={answer} at={at} detail={detail} onDetail={setDetail} />
      {around && isBucketRole(role) && (
        <CheckField
          id="map-all"
          label={t('mapEach')}
          help={t('mapEachHelp')}
          checked={ofAll}
          onChange={setOfAll}
        />
      )}
      {each === null && isBucketRole(role) && alone.length > 0 && (
        <SelectField
          id="map-bucket"
          label={t('mapBucket')}
          value={String(bucket)}
          options={[...alone, null].map((_, index) => ({
            value: String(index),
            label: index === alone.length ? t('mapBucketNew') : t('mapBucketOf', String(index + 1)),
          }))}
          onChange={(text) => setBucket(Number(text))}
        />
      )}
      <div class="actions">
        <Button type="submit" kind="primary" disabled={lacks !== null}>
          {t('mapUse')}
        </Button>
        {lacks && <p class="small soft">{t(lacks)}</p>}
      </div>
    </form>
  );
}
