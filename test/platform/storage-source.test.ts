import { describe, expect, it } from 'vitest';
import { readSource, sourceFiles } from '../support/source-files.ts';

const FILES = ['utils', 'entrypoints', 'components'].flatMap(sourceFiles);

/** What may be awaited while a transaction is open: its own requests, cursors and end. */
const OWN = /^(tx\b|store\b|cursor\b|finish\(tx|Promise\.all(Settled)?\(\[\.\.\.requests, tx\.done\]\))/;

/** Awaits of something foreign between `tx = db.transaction(...)` and the end of the function around it. */
function foreignAwaits(source: string): string[] {
  return source.split(/(?=const tx = )/).flatMap((part) => {
    if (!/^const tx = [^;]*\.transaction\(/.test(part)) return [];
    const body = part.split(/\n {0,4}\}/)[0] ?? '';
    const awaited = [...body.matchAll(/await\s+([^;\n]+)/g)].map((match) => match[1] ?? '');
    return awaited.filter((expression) => !OWN.test(expression));
  });
}

describe('where data is kept', () => {
  it('B08: nothing foreign is awaited while a transaction is open', () => {
    const withTransactions = FILES.filter((file) => /\.transaction\(/.test(readSource(file)));
    expect(withTransactions).toEqual([
      'utils/platform/database/glance-record.ts',
      'utils/platform/database/history-reader.ts',
      'utils/platform/database/idb-rows.ts',
    ]);
    expect(withTransactions.flatMap((file) => foreignAwaits(readSource(file)))).toEqual([]);
  });

  it('B08: the check sees a fetch inside a transaction', () => {
    const bad = "const tx = db.transaction('a');\n  const page = await fetch(url);\n  await tx.done;\n}";
    expect(foreignAwaits(bad)).toEqual(['fetch(url)']);
    expect(foreignAwaits(bad.replace('fetch(url)', "tx.store.get('a')"))).toEqual([]);
  });

  it('B10: storage.sync is used nowhere', () => {
    const syncing = FILES.filter((file) => /storage\s*\.\s*sync\b|['"]sync['"]/.test(readSource(file)));
    expect(syncing).toEqual([]);
  });

  it('G05: secrets are written by one file, and the files that export know nothing of it', () => {
    const writing = FILES.filter((file) => /secret-sets/.test(readSource(file)));
    expect(writing).toEqual(['utils/platform/secret-rows.ts', 'utils/platform/secrets.ts']);
    const exporting = FILES.filter((file) => /export-format|history-csv/.test(readSource(file)));
    expect(exporting.filter((file) => /secrets\.get\(/.test(readSource(file)))).toEqual([]);
  });
});
