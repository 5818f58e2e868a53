import { describe, expect, it } from 'vitest';
import { withoutWhatPagesRead } from '../../build/for-pages.ts';
import { lycaDeclaration } from '../../utils/providers/lyca.ts';
import { readSource } from '../support/source-files.ts';

const carried = (code: string) => withoutWhatPagesRead.transform(code, '/utils/providers/made-up.ts');

describe('a provider in the background', () => {
  it('is carried without what pages alone read, and all else stays as it is written', () => {
    const source = `
      export const it: Declaration = {
        id: 'it',
        keywords: ['one', 'two'],
        fields: [field({ name: 'key', label: 'aLabel', secret: true, help: 'aHelp' }), other({ label: 'kept' })],
        lapseDays: () => null,
        origins: ({ label }) => [label],
        experimental: false,
      } as const satisfies Declaration;
      export const bucket = () => ({ label: 'Data', keywords: 'kept' });`;
    const left = carried(source)?.replace(/\s+/g, ' ');
    expect(left).toContain(
      "{ id: 'it', fields: [field({ name: 'key', secret: true, }), other({ label: 'kept' })],",
    );
    expect(left).toContain('origins: ({ label }) => [label], } as const satisfies Declaration;');
    expect(left).toContain("({ label: 'Data', keywords: 'kept' })");
  });

  it('keeps its rules: origins, and which fields are required or secret', () => {
    const left = carried(readSource('utils/providers/lyca.ts')) ?? '';
    for (const word of ['keywords', 'sessionUrl', 'lapseDays', 'label:']) expect(left).not.toContain(word);
    for (const { name } of lycaDeclaration.fields) expect(left).toContain(`name: '${name}'`);
    for (const word of ['origins:', 'secret: true', 'required: false', 'pattern:', 'topUpUrl:'])
      expect(left).toContain(word);
  });

  it('is the only thing that is cut', () => {
    expect(withoutWhatPagesRead.transform("const a = { keywords: 'kept' }", '/utils/app/a.ts')).toBeNull();
  });
});
