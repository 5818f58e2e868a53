// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { LinePicker } from '../../components/popup/LinePicker.tsx';
import { many } from '../support/gallery/many.ts';
import { glanceLine } from '../support/glances.ts';
import { renderIn } from '../support/page.tsx';

function open(lines = many(40)) {
  const onPick = vi.fn();
  const currentId = lines[0]?.id ?? '';
  renderIn(<LinePicker lines={lines} currentId={currentId} onPick={onPick} onBack={() => undefined} />);
  return onPick;
}

const choices = () => [...document.querySelectorAll<HTMLElement>('.line-choice')];
const press = (key: string) => fireEvent.keyDown(document.activeElement as Element, { key });

describe('forty lines', () => {
  it('are all there, each with its figure and what it needs in words', () => {
    open();
    expect(choices()).toHaveLength(40);
    expect(choices()[1]?.textContent).toBe('Line 2Running low274 MB');
    expect(choices()[5]?.textContent).toBe('Line 6Signed out822 MB');
  });

  it('can be searched by name, whatever the case and width of the letters', () => {
    open();
    fireEvent.input(screen.getByRole('searchbox', { name: 'Find a line' }), {
      target: { value: ' LINE ３7 ' },
    });
    expect(choices().map((choice) => choice.textContent)).toEqual(['Line 37Used up0 MB']);
  });

  it('say so when the search finds none', () => {
    open();
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'nobody' } });
    expect(screen.getByText('No line is called “nobody”.')).toBeTruthy();
  });

  it('are walked with the arrow keys, Home and End', () => {
    open();
    choices()[0]?.focus();
    press('ArrowDown');
    press('ArrowDown');
    press('ArrowUp');
    expect(document.activeElement).toBe(choices()[1]);
    press('End');
    press('ArrowDown');
    expect(document.activeElement).toBe(choices()[39]);
    press('Home');
    press('ArrowUp');
    expect(document.activeElement).toBe(choices()[0]);
  });
});

it('picks a line', () => {
  const onPick = open();
  fireEvent.click(choices()[7] as HTMLElement);
  expect(onPick).toHaveBeenCalledWith('line-8');
});

it('marks the line that is shown now', () => {
  open(many(3));
  expect(choices().map((choice) => choice.getAttribute('aria-current'))).toEqual(['true', null, null]);
});

it('has no search for a few lines', () => {
  open(many(3));
  expect(screen.queryByRole('searchbox')).toBeNull();
});

it('tells access that is switched off from being signed out, and shows no figure that is not known', () => {
  const failure = { kind: 'no-access', retryAt: null, detail: '', at: '2026-11-21T10:00:00Z' } as const;
  open([
    glanceLine({ state: 'signed-out', failure }),
    glanceLine({ id: 'b', name: 'New', state: 'never-read', checkedAt: null }),
  ]);
  expect(choices().map((choice) => choice.textContent)).toEqual([
    'PhoneAccess is switched off3.21 GB',
    'NewNot read yet',
  ]);
});
