import { useWords } from '../words-context.ts';

/** Where the person is on the way to a new line. */
export function Steps({ current }: { current: 0 | 1 | 2 }) {
  const { t } = useWords();
  const steps = [t('addStepCarrier'), t('addStepConnect'), t('addStepCheck')];
  return (
    <ol class="steps" aria-label={t('addSteps')}>
      {steps.map((step, index) => (
        <li
          key={step}
          class={index < current ? 'step-done' : undefined}
          aria-current={index === current ? 'step' : undefined}
        >
          <span class="step-number" aria-hidden="true">
            {index + 1}
          </span>
          {step}
        </li>
      ))}
    </ol>
  );
}
