import type { LineKind } from '../../domain/line.ts';
import type { Mapping } from '../standards/mapping.ts';

/** How a carrier wants its key. */
export type PresetSignIn =
  /** `Authorization: Bearer`, with the field `token` */
  | { by: 'bearer' }
  /** `Authorization: ` and the field `apiKey`, as it stands or as the password of `user` */
  | { by: 'key'; user?: string }
  /** client credentials of OAuth with the fields `clientId` and `clientSecret`, in the form or as Basic */
  | { by: 'client'; tokenUrl: string; basic: boolean };

/** A carrier that one request and a mapping can read: data, and nothing else. */
export interface Preset {
  id: string;
  name: string;
  keywords: readonly string[];
  defaultKind: LineKind;
  documentationUrl: string;
  /** `{name}` in it stands for the field of that name */
  url: string;
  /** the field that says which line */
  line: 'iccid' | 'id' | 'purchaseId';
  signIn: PresetSignIn;
  minPollMinutes: number;
  spendsMoney: boolean;
  mapping: Mapping;
  /** JSON Pointer to that field in the answer, where it says whose it is */
  lineAt?: string;
}

/** What pages alone read of a preset, the one that reads by it included: the build leaves it out of the background. */
export const PRESET_FOR_PAGES = [
  'name',
  'keywords',
  'defaultKind',
  'documentationUrl',
  'spendsMoney',
  'mapping',
  'lineAt',
] as const satisfies (keyof Preset)[];
