import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { accountApi } from '../../utils/providers/account-api.ts';
import { parseAnswer } from '../../utils/providers/standards/answer.ts';
import { json, LINE, readBalance } from '../support/carrier.ts';
import { DOCUMENT_PATH, openApiDocument, openApiYaml } from '../support/openapi.ts';
import { EXAMPLES } from '../support/openapi-examples.ts';
import { PATHS } from '../support/openapi-paths.ts';
import { NAMED } from '../support/openapi-schemas.ts';

const document = openApiDocument();

/** Every value under `key`, however deep. */
function allOf(key: string, value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) => [
    ...(name === key ? [child] : []),
    ...allOf(key, child),
  ]);
}

function resolved(pointer: string): unknown {
  return pointer
    .slice(2)
    .split('/')
    .reduce<unknown>((at, name) => (at as Record<string, unknown>)?.[name], document);
}

describe('the written contract', () => {
  it('is up to date: run `node test/support/openapi.ts` after a change of the schemas or the prose', () => {
    expect(readFileSync(DOCUMENT_PATH, 'utf8')).toBe(openApiYaml());
  });

  it('is YAML that says what was meant', () => expect(parse(openApiYaml())).toEqual(document));

  it('every reference leads somewhere, and every component is used', () => {
    const references = new Set(allOf('$ref', document).map(String));
    expect([...references].filter((pointer) => resolved(pointer) === undefined)).toEqual([]);
    const { securitySchemes: _used, ...components } = document.components;
    const all = Object.entries(components).flatMap(([kind, named]) =>
      Object.keys(named).map((name) => `#/components/${kind}/${name}`),
    );
    expect(all.filter((pointer) => !references.has(pointer))).toEqual([]);
  });

  it.each(Object.entries(EXAMPLES))('its example of %s is one that the provider reads', (name, example) => {
    const schema = NAMED[name as keyof typeof EXAMPLES];
    expect(parseAnswer(schema, example)).toMatchObject(example);
  });

  it('its example of a balance becomes a reading with the same figures', async () => {
    const example = { ...EXAMPLES.Balance, lineId: LINE.line };
    const { lineId: _lineId, ...figures } = example;
    expect(await readBalance(() => json(example))).toEqual(figures);
  });

  it('names every address that the provider asks, and no other', async () => {
    const asked: string[] = [];
    const http = {
      request: async ({ method = 'GET', url }: { method?: string; url: string }) => {
        asked.push(`${method} ${new URL(url).pathname.replace('/v1', '').replace(/l-204|co-1/, '{id}')}`);
        throw new Error('asked');
      },
    };
    const context = { http } as never;
    const { topUps } = accountApi;
    await Promise.allSettled([
      accountApi.read(LINE, context),
      accountApi.lines?.(LINE, context),
      accountApi.help?.(LINE, context),
      topUps?.offers(LINE, context),
      topUps?.open(LINE, context, { amount: 1 }, 'k'),
      topUps?.status(LINE, context, 'co-1'),
      topUps?.receipts(LINE, context, 'c'),
    ]);
    const written = Object.entries(PATHS).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(asked.toSorted()).toEqual(written.toSorted());
  });
});
