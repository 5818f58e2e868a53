import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { PATHS } from './openapi-paths.ts';
import { componentSchemas } from './openapi-schemas.ts';
import { HAND_WRITTEN_SCHEMAS, HEADERS, PARAMETERS, RESPONSES, SECURITY_SCHEMES } from './openapi-shared.ts';

export const DOCUMENT_PATH = fileURLToPath(new URL('../../docs/account-api.yaml', import.meta.url));

const HEADING =
  '# Made by `node test/support/openapi.ts` from the schemas with which the provider reads. Do not edit.\n';

const DESCRIPTION = [
  'The contract between a carrier and Data Balance: how much is left, what can be bought, a hosted checkout, and the proof that the money became data.',
  'JSON in UTF-8 over HTTPS; http is accepted to a loopback address alone. Amounts are integers: data in bytes, voice in seconds, SMS in messages, money in minor units. Instants are in UTC with `Z`. What is not known is null.',
  'Fields that are not named here are passed over, so a carrier may send more. A new word for a `kind` or a `scope` keeps its bucket out of the figure that is shown first; a new `state` is taken for `active`, a new `lineStatus` for `unknown`, a new `status` of a checkout for `open`.',
  'A figure that cannot be (negative, not whole, above 9007199254740991) makes the whole answer unreadable; only a negative `remaining` is taken for 0. A date that cannot be (30 February, more than 5 years ago or 10 years ahead) is unknown, and the figures stand.',
  'An answer is read up to 1 MiB and within 20 seconds. Redirects to another origin are not followed, and browsers let no redirect be followed at all. No cookies are sent. A page where JSON was due is taken for a network login.',
].join('\n\n');

/** The whole contract as an OpenAPI 3.1 document. */
export function openApiDocument() {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Account API',
      version: '1.0.0',
      summary: 'What a carrier tells of a line',
      description: DESCRIPTION,
    },
    servers: [
      { url: 'https://api.carrier.example/v1', description: 'The base address, which the carrier chooses.' },
    ],
    security: [{ oauth: [] }, { token: [] }],
    tags: [
      { name: 'Reading', description: 'Lines and what they hold.' },
      { name: 'Topping up', description: 'Offers, checkouts and receipts.' },
      { name: 'Help', description: 'People and places that help.' },
    ],
    paths: PATHS,
    components: {
      schemas: { ...componentSchemas(), ...HAND_WRITTEN_SCHEMAS },
      responses: RESPONSES,
      headers: HEADERS,
      parameters: PARAMETERS,
      securitySchemes: SECURITY_SCHEMES,
    },
  };
}

/** The document as it stands in docs/account-api.yaml. */
export function openApiYaml(): string {
  return (
    HEADING +
    stringify(openApiDocument(), { lineWidth: 110, aliasDuplicateObjects: false, compat: 'yaml-1.1' })
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const isNew = openApiYaml() !== readFileSync(DOCUMENT_PATH, { encoding: 'utf8', flag: 'a+' });
  if (isNew) writeFileSync(DOCUMENT_PATH, openApiYaml());
  console.log(isNew ? 'docs/account-api.yaml was written' : 'docs/account-api.yaml is up to date');
}
