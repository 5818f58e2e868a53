import { useState } from 'preact/hooks';

interface ScrubProps {
  label: string;
  count: number;
  figureAt: (index: number) => string;
}

/** Goes through a chart figure by figure: by pointing at it, or with the arrow keys. */
export function Scrub({ label, count, figureAt }: ScrubProps) {
  const [chosen, setChosen] = useState<number | null>(null);
  const [shown, setShown] = useState(false);
  const index = Math.min(chosen ?? count - 1, count - 1);
  const place = (index + 0.5) / count;
  const point = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const at = Math.floor(((event.clientX - left) / width) * count);
    setChosen(Math.min(count - 1, Math.max(0, at)));
    setShown(true);
  };
  return (
    <>
      {shown && <i class="cursor" style={{ left: `${place * 100}%` }} />}
      {shown && (
        <p class="readout" style={besides(place)} aria-hidden="true">
          {figureAt(index)}
        </p>
      )}
      <input
        type="range"
        class="scrub"
        aria-label={label}
        aria-valuetext={figureAt(index)}
        min={0}
        max={count - 1}
        value={index}
        onInput={(event) => {
          setChosen(Number(event.currentTarget.value));
          setShown(true);
        }}
        onFocus={() => setShown(true)}
        onBlur={() => setShown(false)}
        onPointerMove={point}
        onPointerLeave={() => setShown(false)}
      />
    </>
  );
}

/** On the side of a place in the chart that has more room. */
function besides(place: number) {
  const [left, right] = [`${place * 100}%`, `${(1 - place) * 100}%`];
  return place > 0.5 ? { right, maxInlineSize: left } : { left, maxInlineSize: right };
}
