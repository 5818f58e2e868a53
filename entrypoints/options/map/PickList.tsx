import { Button } from '../../../components/Button.tsx';
import { Card } from '../../../components/options/Card.tsx';
import { CheckField } from '../../../components/options/CheckField.tsx';
import { useWords } from '../../../components/words-context.ts';
import type { Mapping } from '../../../utils/providers/standards/mapping.ts';
import { picksIn, withoutPick } from './map-draft.ts';
import { placeOf, ROLE_WORDS } from './map-words.ts';

export interface PickListProps {
  mapping: Mapping;
  onMapping: (mapping: Mapping) => void;
}

/** What was picked so far, each with a way to take it back. */
export function PickList({ mapping, onMapping }: PickListProps) {
  const { t } = useWords();
  const picks = picksIn(mapping);
  if (picks.length === 0) return null;
  const several = mapping.buckets.length > 1;
  const binary = (wanted: boolean) => {
    const { binary: _, ...rest } = mapping;
    onMapping(wanted ? { ...rest, binary: true } : rest);
  };
  return (
    <Card title={t('mapPicksTitle')}>
      <ul class="picks">
        {picks.map((pick) => {
          const role = t(ROLE_WORDS[pick.role]);
          const name = several && pick.bucket !== null ? t('mapPickOf', role, String(pick.bucket + 1)) : role;
          return (
            <li key={`${pick.bucket}:${pick.role}`}>
              <span>
                <span class="strong">{name}</span>
                <code class="small soft">
                  <bdi dir="ltr">{placeOf(pick)}</bdi>
                </code>
              </span>
              <Button
                kind="quiet"
                aria-label={t('mapPickRemove', name)}
                onClick={() => onMapping(withoutPick(mapping, pick))}
              >
                {t('mapTakeBack')}
              </Button>
            </li>
          );
        })}
      </ul>
      <CheckField
        id="map-binary"
        label={t('mapBinary')}
        help={t('mapBinaryHelp')}
        checked={mapping.binary === true}
        onChange={binary}
      />
    </Card>
  );
}
