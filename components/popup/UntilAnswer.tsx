import type { GlanceLine } from '../../utils/domain/glance.ts';
import { untilWords } from '../../utils/domain/until-words.ts';
import { useNow } from '../now-context.ts';
import { useUnits } from '../units-context.ts';
import { useWords } from '../words-context.ts';
import { zoneOf } from '../zone.ts';

/** Whether a line lasts to the end of a day, with what is known of it. */
export function UntilAnswer({ line, day }: { line: GlanceLine; day: string }) {
  const source = { words: useWords(), units: useUnits(), now: useNow(), zone: zoneOf(line) };
  const { verdict, more } = untilWords(line, day, source);
  return (
    <div class="until-answer">
      <p>
        <strong>{verdict}</strong>
      </p>
      {more.map((text) => (
        <p key={text} class="small">
          {text}
        </p>
      ))}
    </div>
  );
}
