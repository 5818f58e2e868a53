import { useState } from 'preact/hooks';
import { Button } from '../../../components/Button.tsx';
import { AnswerTree } from '../../../components/options/AnswerTree.tsx';
import { ConnectError } from '../../../components/options/ConnectError.tsx';
import { SampleCard } from '../../../components/options/SampleCard.tsx';
import { useWords } from '../../../components/words-context.ts';
import { maskedSample } from '../../../utils/domain/mask-sample.ts';
import { allow } from '../add/add-flow.ts';
import type { StepProps } from '../add/ConnectStep.tsx';
import { copyText } from '../data-actions.ts';
import { MapPreview } from './MapPreview.tsx';
import { picksIn } from './map-draft.ts';
import { mappingFile } from './map-file.ts';
import { mappingOf, secretsOf, setMapping } from './map-flow.ts';
import { markOf } from './map-words.ts';
import { PickList } from './PickList.tsx';
import { PickPanel } from './PickPanel.tsx';

/** The answer as a tree; what was clicked in it and what that is; and the reading that comes of it. */
export function MapStep({ page, store, provider }: StepProps) {
  const words = useWords();
  const { t } = words;
  const { sample, busy, error, values } = store.state();
  const [chosen, setChosen] = useState<string | null>(null);
  const mapping = mappingOf(store);
  const picks = picksIn(mapping);
  if (!sample) return null;
  const save = () => page.deps.saveText('data-balance-mapping.json', mappingFile(values));
  return (
    <>
      <div class="map">
        <section class="card map-answer" aria-labelledby="map-answer-title">
          <h2 id="map-answer-title">{t('mapAnswerTitle')}</h2>
          <p class="soft">{t('mapAnswerIntro')}</p>
          <AnswerTree
            value={sample.value}
            labelledBy="map-answer-title"
            chosen={chosen}
            onChoose={setChosen}
            markOf={(at) => markOf(at, picks, words)}
          />
        </section>
        <div class="map-side">
          <PickPanel
            answer={sample.value}
            at={chosen}
            mapping={mapping}
            onAt={setChosen}
            onMapping={(next) => setMapping(store, next)}
          />
          <MapPreview answer={sample.value} mapping={mapping} provider={provider} />
          <PickList mapping={mapping} onMapping={(next) => setMapping(store, next)} />
        </div>
      </div>
      <ConnectError error={error} carrier={t('mapCarrier')} />
      <div class="actions">
        <Button
          kind="primary"
          busy={busy !== null}
          disabled={picks.length === 0}
          onClick={() => void allow(store)}
        >
          {t('mapNext')}
        </Button>
        <Button disabled={picks.length === 0} onClick={save}>
          {t('mapFileSave')}
        </Button>
        <Button kind="quiet" onClick={() => store.update({ sample: null, error: null })}>
          {t('mapChangeRequest')}
        </Button>
        <p role="status" class="small soft">
          {busy && t('addAsking')}
        </p>
      </div>
      <SampleCard
        make={() => maskedSample(sample.value, secretsOf(store))}
        onCopy={(text) => copyText(page, words, text)}
        onSave={(text) => page.deps.saveText('data-balance-sample.json', text)}
      />
    </>
  );
}
