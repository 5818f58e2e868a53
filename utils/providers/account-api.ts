import type { Provider } from './contract.ts';

export const ACCOUNT_API_FIELDS = ['baseUrl', 'token', 'line'] as const;

export const accountApi: Provider = {
  id: 'account-api',
  name: 'Account API',
  keywords: [],
  defaultKind: 'phone',
  signIn: 'oauth-or-token',
  fields: [],
  documentationUrl: '',
  network: 'internet',
  minPollMinutes: 15,
  experimental: false,
  spendsMoney: false,
  hostPatterns: [],
  origins: () => [],
  read: () => Promise.reject(new Error('unwritten')),
};
