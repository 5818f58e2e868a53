// @vitest-environment happy-dom
import { render } from '@testing-library/preact';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Ring } from '../../components/Ring.tsx';
import { arcPath, CENTRE, pointAt, RADIUS } from '../../components/ring-geometry.ts';

const ring = (over: Partial<Parameters<typeof Ring>[0]>) => (
  <Ring share={0.5} notch={null} tone="ok" stale={false} slow={false} label="half" {...over} />
);

describe('the ring', () => {
  it('begins at twelve o’clock and runs clockwise', () => {
    expect(pointAt(0)).toEqual({ x: CENTRE, y: CENTRE - RADIUS });
    expect(pointAt(0.25)).toEqual({ x: CENTRE + RADIUS, y: CENTRE });
  });

  it('ends where the share ends, whatever the share', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.99, noNaN: true }), (share) => {
        const end = pointAt(share);
        expect(arcPath(share).endsWith(` ${end.x} ${end.y}`)).toBe(true);
        expect(arcPath(share).includes(' 0 1 1 ')).toBe(share > 0.5);
      }),
      { seed: 7 },
    );
  });

  it('draws nothing for nothing, and a closed ring for all of it', () => {
    expect(arcPath(0)).toBe('');
    expect(arcPath(1).endsWith('Z')).toBe(true);
    expect(arcPath(1.4)).toBe(arcPath(1));
  });

  it('is an image with its words', () => {
    const { getByRole } = render(ring({ label: '3.21 GB of 10 GB left' }));
    expect(getByRole('img', { name: '3.21 GB of 10 GB left' })).toBeTruthy();
  });

  it('is dashed when the figure is old', () => {
    expect(render(ring({ stale: true })).container.querySelector('.ring-stale')).not.toBeNull();
    expect(render(ring({})).container.querySelector('.ring-stale')).toBeNull();
  });

  it('bears a double bar when the line is slow, and a notch only where the period is known', () => {
    const { container } = render(ring({ slow: true, notch: 0.4 }));
    expect(container.querySelector('.ring-slow')).not.toBeNull();
    expect(container.querySelector('.ring-notch')).not.toBeNull();
    const plain = render(ring({})).container;
    expect(plain.querySelector('.ring-slow, .ring-notch')).toBeNull();
  });

  it('stays empty where the share is not known', () => {
    expect(render(ring({ share: null })).container.querySelector('.ring-value')).toBeNull();
  });
});
