import type { MessageKey } from '../utils/domain/words.ts';
import { useWords } from './words-context.ts';

const TROUBLES: { title: MessageKey; steps: MessageKey[] }[] = [
  { title: 'helpSignIn', steps: ['helpSignIn1', 'helpSignIn2', 'helpSignIn3'] },
  { title: 'helpFailed', steps: ['helpFailed1', 'helpFailed2', 'helpFailed3'] },
  { title: 'helpNotCredited', steps: ['helpNotCredited1', 'helpNotCredited2', 'helpNotCredited3'] },
  { title: 'helpRefund', steps: ['helpRefund1', 'helpRefund2', 'helpRefund3'] },
];

/** Steps for the usual troubles, the same for every carrier. */
export function Troubles() {
  const words = useWords();
  return (
    <section>
      <h2>{words.t('helpTroubles')}</h2>
      {TROUBLES.map(({ title, steps }) => (
        <details key={title} class="trouble">
          <summary>{words.t(title)}</summary>
          <ol>
            {steps.map((step) => (
              <li key={step}>{words.t(step)}</li>
            ))}
          </ol>
        </details>
      ))}
    </section>
  );
}
