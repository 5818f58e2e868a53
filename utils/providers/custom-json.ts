import type { Declaration, Provider, ProviderLine } from './contract.ts';
import { checkCustomForm } from './standards/custom-form.ts';
import { customRequest } from './standards/custom-request.ts';
import { field } from './standards/fields.ts';
import { headersIn } from './standards/mapped-headers.ts';

/** Any endpoint that answers JSON; the person says where its values stand. */
export const customJsonDeclaration: Declaration = {
  id: 'custom-json',
  name: 'Custom JSON',
  keywords: ['JSON', 'API', 'REST', 'endpoint', 'mapping', 'other', '自定义', '自訂', '其他'],
  defaultKind: 'data-card',
  signIn: 'key',
  fields: [
    field({
      name: 'url',
      label: 'fieldUrlLabel',
      help: 'fieldUrlHelp',
      example: 'https://api.carrier.example/v1/usage',
      input: 'url',
    }),
    field({
      name: 'method',
      label: 'fieldMethodLabel',
      required: false,
      initial: 'GET',
      pattern: 'GET|POST',
    }),
    field({
      name: 'headers',
      label: 'fieldHeadersLabel',
      help: 'fieldHeadersHelp',
      secret: true,
      required: false,
      example: 'Authorization: Bearer abc-123',
      input: 'multiline',
    }),
    field({
      name: 'body',
      label: 'fieldBodyLabel',
      help: 'fieldBodyHelp',
      required: false,
      example: '{"line":"1"}',
      input: 'multiline',
    }),
    field({
      name: 'mapping',
      label: 'fieldMappingLabel',
      help: 'fieldMappingHelp',
      example: '{"v":1,"buckets":[{"remaining":{"at":"/data/left","unit":"MB"}}]}',
      input: 'multiline',
    }),
  ],
  documentationUrl: '',
  network: 'internet',
  minPollMinutes: 0,
  experimental: false,
  spendsMoney: false,
  hostPatterns: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*', 'http://[::1]/*'],

  origins: (line) => [new URL(requestOf(line).url).origin],
  checkForm: checkCustomForm,
};

export const customJson: Provider = {
  ...customJsonDeclaration,
  async read(line, context) {
    const request = { ...requestOf(line), conditional: line.method !== 'POST' };
    const answer = (await context.http.request(request)).json();
    return context.readApart({ reads: 'mapping', mapping: line.mapping ?? '', answer });
  },

  async sample(line, { http }) {
    const answer = await http.request(requestOf(line));
    answer.json();
    return answer.text();
  },
};

function requestOf(line: ProviderLine) {
  return customRequest(line, headersIn(line.mapping ?? ''));
}
