import { accountApi } from './account-api.ts';
import { airaloPartner } from './airalo-partner.ts';
import type { CarriedProvider, Provider } from './contract.ts';
import { customJson } from './custom-json.ts';
import { demo } from './demo.ts';
import { esimAccess } from './esim-access.ts';
import { esimGo } from './esim-go.ts';
import { huaweiHilink } from './huawei-hilink.ts';
import { lyca } from './lyca.ts';
import { presets } from './presets/presets.ts';
import { rfc8908 } from './rfc8908.ts';
import { sltLk } from './slt-lk.ts';
import { presetProvider } from './standards/preset-provider.ts';
import { telekomDe } from './telekom-de.ts';
import { tmf654 } from './tmf654.ts';
import { tmf677 } from './tmf677.ts';
import { zteGoform } from './zte-goform.ts';

/** Every provider, in the order in which a person chooses. */
export const providers: readonly Provider[] = [
  accountApi,
  lyca,
  telekomDe,
  tmf654,
  tmf677,
  esimGo,
  airaloPartner,
  esimAccess,
  sltLk,
  huaweiHilink,
  zteGoform,
  rfc8908,
  ...presets.map(presetProvider),
  customJson,
  demo,
];

/** null = a provider that this version does not know */
export function providerById(id: string): CarriedProvider | null {
  return providers.find((provider) => provider.id === id) ?? null;
}
