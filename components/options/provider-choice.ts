import type { Declaration } from '../../utils/providers/contract.ts';

/** What the page tells of a carrier or standard before a line is added. */
export type ProviderChoice = Pick<
  Declaration,
  | 'id'
  | 'name'
  | 'keywords'
  | 'signIn'
  | 'fields'
  | 'documentationUrl'
  | 'network'
  | 'experimental'
  | 'spendsMoney'
>;
