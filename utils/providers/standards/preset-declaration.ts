import type { Declaration, Field } from '../contract.ts';
import type { Preset, PresetSignIn } from '../presets/preset.ts';
import { iccidField, KEY } from './esim-fields.ts';
import { field } from './fields.ts';
import { ownHosts } from './help.ts';

const LINE_FIELDS: Readonly<Record<Preset['line'], Field>> = {
  iccid: iccidField,
  id: field({ name: 'id', label: 'fieldSimIdLabel', help: 'fieldSimIdHelp' }),
  purchaseId: field({ name: 'purchaseId', label: 'fieldPurchaseIdLabel' }),
};

const SECRET_FIELDS: Readonly<Record<PresetSignIn['by'], readonly Field[]>> = {
  bearer: [
    field({
      name: 'token',
      label: 'fieldTokenLabel',
      help: 'fieldTmfTokenHelp',
      secret: true,
      pattern: KEY,
    }),
  ],
  key: [field({ name: 'apiKey', label: 'fieldApiKeyLabel', secret: true, pattern: KEY })],
  client: [
    field({ name: 'clientId', label: 'fieldClientIdLabel', pattern: KEY }),
    field({ name: 'clientSecret', label: 'fieldClientSecretLabel', secret: true, pattern: KEY }),
  ],
};

/** What pages know of a preset. */
export function presetDeclaration(preset: Preset): Declaration {
  const { signIn, mapping: _mapping, lineAt: _lineAt, url, line: name, ...facts } = preset;
  const addresses = signIn.by === 'client' ? [url, signIn.tokenUrl] : [url];
  const origins = [...new Set(addresses.map((address) => new URL(address).origin))];
  return {
    ...facts,
    signIn: 'key',
    fields: [...SECRET_FIELDS[signIn.by], LINE_FIELDS[name]],
    network: 'internet',
    experimental: false,
    hostPatterns: origins.map((origin) => `${origin}/*`),
    origins: () => [...origins],
    staticHelp: ownHosts(...origins.map((origin) => new URL(origin).host)),
  };
}
