import { describe, expect, it } from 'vitest';
import { NEEDS_THEM, withoutUnusedParts } from '../../build/unused-parts.ts';
import { ROOT, readSource, sourceFiles } from '../support/source-files.ts';

const left = (file: string) => withoutUnusedParts.transform(readSource(file), `${ROOT}/${file}`);

const ZOD = 'node_modules/zod/v4';
/** of the methods that no schema of ours needs */
const LINES = 22;

describe('the parts of libraries that are left out', () => {
  it('are those that are meant, and nothing beside them', () => {
    expect(left('node_modules/idb/build/index.js')?.match(/@__PURE__/g)).toHaveLength(1);
    expect(left(`${ZOD}/core/schemas.js`)).not.toContain('get "~standard"');
    const schemas = left(`${ZOD}/mini/schemas.js`) ?? '';
    expect(schemas).not.toMatch(/arseAsync|brand\(|register\(|apply\(|\bwith\(/);
    expect(schemas).toMatch(/ {4}check\([\s\S]* {4}clone\(/);
    expect(readSource(`${ZOD}/mini/schemas.js`).split('\n').length - schemas.split('\n').length).toBe(LINES);
  });

  it('are looked for anew when a library changes', () => {
    expect(() => withoutUnusedParts.transform('', '/node_modules/idb/build/index.js')).toThrow('has changed');
  });

  it('are needed by nothing of ours', () => {
    const files = ['utils', 'entrypoints', 'components'].flatMap(sourceFiles);
    expect(files.filter((file) => NEEDS_THEM.test(readSource(file)))).toEqual([]);
  });
});
