// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { FOR_GOOD } from '../../../components/pause-choices.ts';
import { HOUR } from '../../../utils/domain/instant.ts';
import { defaultSettings, type Settings } from '../../../utils/domain/settings.ts';
import { fromNow, glanceLine } from '../../support/glances.ts';
import { describedBy, openOptionsPage, press, type } from '../../support/options-page.tsx';
import type { World, WorldOptions } from '../../support/options-world.ts';

const settingsWith = (part: Partial<Settings>) => ({ settings: { ...defaultSettings(0.5), ...part } });
const savedSettings = ({ asked }: World) =>
  (asked.find(({ name }) => name === 'put-settings')?.input as { settings?: Settings } | undefined)?.settings;

describe('quiet hours', () => {
  it('are saved as times of day, beside the other settings', async () => {
    const world = await openOptionsPage('#alerts', { state: settingsWith({ theme: 'dark' }) });
    fireEvent.click(screen.getByLabelText('Keep quiet hours'));
    type('From', '23:30');
    type('Until', '06:15');
    press('Save');
    await screen.findByText('Saved.');
    expect(savedSettings(world)).toMatchObject({ quietHours: { from: '23:30', to: '06:15' }, theme: 'dark' });
  });

  it('are switched off again', async () => {
    const world = await openOptionsPage('#alerts', {
      state: settingsWith({ quietHours: { from: '22:00', to: '07:00' } }),
    });
    fireEvent.click(screen.getByLabelText('Keep quiet hours'));
    press('Save');
    await screen.findByText('Saved.');
    expect(savedSettings(world)?.quietHours).toBeNull();
  });

  it('a missing time is said at its input', async () => {
    const { asked } = await openOptionsPage('#alerts');
    fireEvent.click(screen.getByLabelText('Keep quiet hours'));
    type('Until', '');
    press('Save');
    await waitFor(() =>
      expect(describedBy(screen.getByLabelText('Until'))).toBe('Enter a time, like 22:00.'),
    );
    expect(document.activeElement).toBe(screen.getByLabelText('Until'));
    expect(asked).toEqual([]);
  });

  it('an empty span is refused', async () => {
    const { asked } = await openOptionsPage('#alerts');
    fireEvent.click(screen.getByLabelText('Keep quiet hours'));
    type('Until', '22:00');
    press('Save');
    await screen.findByText(/are the same time/);
    expect(asked).toEqual([]);
  });
});

describe('pausing all alerts', () => {
  const lines = [glanceLine({ id: 'a' }), glanceLine({ id: 'b' })];
  const paused = (until: string | null): WorldOptions => ({
    lines: lines.map((line) => ({ ...line, alertsPausedUntil: until })),
  });

  it('holds every line’s alerts for as long as was chosen', async () => {
    const { asked } = await openOptionsPage('#alerts', { lines });
    press('For an hour');
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]).toEqual({ name: 'pause-alerts', input: { lineId: null, until: fromNow(HOUR) } });
  });

  it('says until when, and ends it', async () => {
    const { asked } = await openOptionsPage('#alerts', paused(fromNow(2 * HOUR)));
    expect(screen.getByText(/paused until/)).toBeTruthy();
    press('End the pause');
    await waitFor(() => expect(asked[0]?.input).toEqual({ lineId: null, until: null }));
  });

  it('a pause for good is not told as a date', async () => {
    await openOptionsPage('#alerts', paused(FOR_GOOD));
    expect(screen.getByText('Alerts are off')).toBeTruthy();
    expect(screen.queryByText(/9999/)).toBeNull();
  });

  it('a pause of one line alone is not a pause of all', async () => {
    const [first, second] = lines;
    const one = [{ ...first, alertsPausedUntil: fromNow(HOUR) }, second] as typeof lines;
    await openOptionsPage('#alerts', { lines: one });
    expect(screen.queryByRole('button', { name: 'End the pause' })).toBeNull();
  });
});

describe('the explanation', () => {
  it('tells the defaults in the person’s units', async () => {
    await openOptionsPage('#alerts', { state: settingsWith({ units: 'binary' }) });
    expect(screen.getByText(/20% of the total or 477.MiB/)).toBeTruthy();
  });
});

describe('appearance', () => {
  it('shows the same bundle in both units', async () => {
    await openOptionsPage('#appearance');
    expect(screen.getByText(/A bundle of 5 GB is shown as 5.GB\./)).toBeTruthy();
    expect(screen.getByText(/A bundle of 5 GB is shown as 4\.66.GiB\./)).toBeTruthy();
  });

  it.each([
    [/GiB, of 1024/, { units: 'binary' }],
    [/Dark/, { theme: 'dark' }],
    [/Days until it ends/, { badge: 'days' }],
  ])('%s takes effect at once', async (name, part) => {
    const world = await openOptionsPage('#appearance');
    fireEvent.click(screen.getByRole('radio', { name }));
    await waitFor(() => expect(savedSettings(world)).toEqual({ ...defaultSettings(0.5), ...part }));
  });

  it('the page itself wears the theme that was chosen', async () => {
    await openOptionsPage('#appearance', { state: settingsWith({ theme: 'dark' }) });
    await waitFor(() => expect(document.documentElement.dataset.theme).toBe('dark'));
    await openOptionsPage('#appearance');
    await waitFor(() => expect(document.documentElement.dataset.theme).toBeUndefined());
  });
});
