import { describe, expect, it } from 'vitest';
import { listeners } from '../support/listeners.ts';
import { importsOf, readSource } from '../support/source-files.ts';

/** The background's own files: what its entrypoint imports, and what that imports. */
function backgroundFiles(): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (file: string) => {
    if (found.has(file) || !/\.tsx?$/.test(file)) return;
    found.set(file, readSource(file));
    for (const { from, typeOnly } of importsOf(file)) if (!typeOnly) visit(from);
  };
  visit('entrypoints/background/index.ts');
  return found;
}

const lateIn = (source: string) => listeners(new Map([['background.ts', source]])).filter(({ late }) => late);

describe('the listeners of the background', () => {
  it('A14: stand before anything is awaited: move a late one to the top level of the entrypoint', () => {
    expect(listeners(backgroundFiles()).filter(({ late }) => late)).toEqual([]);
  });

  it('A14: are these, so that the check above has seen each of them', () => {
    const events = listeners(backgroundFiles()).map(({ event }) => event);
    expect(events.filter((event) => event.includes('.')).toSorted()).toEqual([
      'alarms.onAlarm',
      'contextMenus.onClicked',
      'notifications.onButtonClicked',
      'notifications.onClicked',
      'permissions.onAdded',
      'permissions.onRemoved',
      'runtime.onInstalled',
      'runtime.onMessage',
      'runtime.onMessage',
      'runtime.onStartup',
    ]);
  });

  it.each([
    [
      'after an await',
      'export async function go() { await ready; browser.alarms.onAlarm.addListener(hear); }',
    ],
    ['in what follows a promise', 'ready.then(() => browser.alarms.onAlarm.addListener(hear));'],
    ['in a timer', 'setTimeout(function () { browser.alarms.onAlarm.addListener(hear); }, 10);'],
    ['below a wait of the file itself', 'await ready;\nbrowser.alarms.onAlarm.addListener(hear);'],
    ['in another listener', 'a.addListener(() => { b.addListener(hear); });'],
    [
      'by a function that is called late',
      'function listen() { a.addListener(hear); }\nready.then(() => listen());',
    ],
    [
      'by way of two',
      'const f = async () => outer(); function outer() { inner(); } function inner() { a.addListener(h); }',
    ],
  ])('A14: are found where they are added %s', (_, source) => {
    expect(lateIn(source).length).toBeGreaterThan(0);
  });

  it('A14: are fine in what the entrypoint runs at once', () => {
    const source = `
      function listen(hear) { browser.alarms.onAlarm.addListener(hear); }
      export default defineBackground(() => { listen(async () => { await ready; }); void later(); });
      async function later() { await ready; }
    `;
    expect(lateIn(source)).toEqual([]);
  });
});
