import { useState } from 'preact/hooks';
import { Button } from '../../../components/Button.tsx';
import { CheckField } from '../../../components/options/CheckField.tsx';
import { SelectField } from '../../../components/options/SelectField.tsx';
import { useWords } from '../../../components/words-context.ts';
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

export interface PickFormProps {
  answer: unknown;
  mapping: Mapping;
  onMapping: (mapping: Mapping) => void;
  at: string;
  /** the expression that finds the list which `answer` is; null = it is the whole answer */
  list: string | null;
}

/** What a value is, and how it is to be read. */
export function PickForm({ answer, at, list, mapping, onMapping }: PickFormProps) {
  const { t } = useWords();
  const [role, setRole] = useState<Role>(() => guess(answer, at).role);
  const [detail, setDetail] = useState<Detail>(() => guessedDetail(role, answer, at));
  const around = list === null ? listAround(answer, at) : null;
  const [ofAll, setOfAll] = useState(around !== null);
  const each = list ?? (around && ofAll && isBucketRole(role) ? around.each : null);
  const alone = mapping.buckets.filter((bucket) => bucket.each === undefined);
  const free = alone.findIndex((bucket) => !(role === 'label' ? 'labelAt' : role in bucket));
  const [typedBucket, setBucket] = useState<number | null>(null);
  const bucket = typedBucket ?? (free < 0 ? alone.length : free);
  const lacks = lacksOf(detail);
  const use = (event: Event) => {
    event.preventDefault();
    if (lacks === null)
      onMapping(
        withPick(mapping, { role, at: `${list ?? ''}${at}`, detail: within(list, detail), each, bucket }),
      );
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
        options={(list === null ? [...BUCKET_ROLES, ...LINE_ROLES] : BUCKET_ROLES).map((one) => ({
          value: one,
          label: t(ROLE_WORDS[one]),
        }))}
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

/** A unit that stands beside a value in a list stands in that list. */
function within(list: string | null, detail: Detail): Detail {
  if (list === null || detail.kind !== 'amount' || detail.unitAt === undefined) return detail;
  return { ...detail, unitAt: `${list}${detail.unitAt}` };
}
