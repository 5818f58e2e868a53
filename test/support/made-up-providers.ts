import { accountApiDeclaration } from '../../utils/providers/account-api.ts';
import { type Declaration, type Field, FieldError } from '../../utils/providers/contract.ts';

/* Carriers of every sort for looking at the form and for testing it. They are never asked anything. */

const input: Omit<Field, 'name' | 'label'> = {
  help: null,
  secret: false,
  required: true,
  initial: '',
  example: '',
  input: 'text',
  pattern: null,
};

const base: Declaration = {
  ...accountApiDeclaration,
  defaultKind: 'esim',
  fields: [],
  documentationUrl: 'https://docs.carrier.example/',
  origins: () => ['https://api.reseller.example'],
  listsLines: undefined,
  opensCheckouts: undefined,
  oauth: undefined,
};

/** Reached with a key that can spend money. */
export const reseller: Declaration = {
  ...base,
  id: 'reseller',
  name: 'Wanderlust eSIM',
  keywords: ['travel', '漫游'],
  signIn: 'key',
  spendsMoney: true,
  fields: [
    { ...input, name: 'apiKey', label: 'fieldTokenLabel', help: 'fieldTokenHelp', secret: true },
    {
      ...input,
      name: 'iccid',
      label: 'fieldLineLabel',
      help: 'fieldLineHelp',
      pattern: '[0-9]{19,20}',
      example: '8944000000000000000',
    },
  ],
};

/** A device on the local network. */
export const router: Declaration = {
  ...base,
  id: 'router',
  name: 'Pocket router',
  keywords: ['MiFi', 'LTE'],
  signIn: 'none',
  defaultKind: 'data-card',
  network: 'local',
  minPollMinutes: 5,
  fields: [
    {
      ...input,
      name: 'address',
      label: 'fieldBaseUrlLabel',
      help: 'fieldBaseUrlHelp',
      initial: '192.168.8.1',
    },
  ],
  origins: ({ address = '' }) => {
    if (!/^192\.168\.\d+\.\d+$/.test(address)) throw new FieldError('address', 'not-local');
    return [`http://${address}`];
  },
};

/** Asks nothing of the person; answers only through its own network. */
export const pass: Declaration = {
  ...base,
  id: 'pass',
  name: 'Mobil Pass',
  keywords: ['Deutschland'],
  signIn: 'none',
  network: 'own-network',
  fields: [],
  origins: () => ['https://pass.carrier.example'],
};

/** Reads what the browser is signed in to; breaks without notice. */
export const portal: Declaration = {
  ...base,
  id: 'portal',
  name: 'Horizon Mobile',
  keywords: ['Télé'],
  signIn: 'browser-session',
  experimental: true,
  fields: [
    {
      ...input,
      name: 'site',
      label: 'fieldLycaSiteLabel',
      initial: 'www.horizon.example',
      choices: [
        { value: 'www.horizon.example', region: 'GB' },
        { value: 'es.horizon.example', region: 'ES' },
        { value: 'at.horizon.example', region: 'AT' },
      ],
    },
  ],
  origins: ({ site = '' }) => [`https://${site}`],
  lapseDays: () => 90,
  sessionUrl: ({ site = '' }) => `https://${site}/account`,
};

export const MADE_UP: readonly Declaration[] = [accountApiDeclaration, reseller, router, pass, portal];
