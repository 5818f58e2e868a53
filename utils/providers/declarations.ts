import { accountApiDeclaration } from './account-api.ts';
import { airaloPartnerDeclaration } from './airalo-partner.ts';
import type { Declaration } from './contract.ts';
import { customJsonDeclaration } from './custom-json.ts';
import { demoDeclaration } from './demo.ts';
import { esimAccessDeclaration } from './esim-access.ts';
import { esimGoDeclaration } from './esim-go.ts';
import { huaweiHilinkDeclaration } from './huawei-hilink.ts';
import { lycaDeclaration } from './lyca.ts';
import { presets } from './presets/presets.ts';
import { rfc8908Declaration } from './rfc8908.ts';
import { sltLkDeclaration } from './slt-lk.ts';
import { presetDeclaration } from './standards/preset-declaration.ts';
import { telekomDeDeclaration } from './telekom-de.ts';
import { tmf654Declaration } from './tmf654.ts';
import { tmf677Declaration } from './tmf677.ts';
import { zteGoformDeclaration } from './zte-goform.ts';

/** What pages know of every provider, in the order in which a person chooses. */
export const declarations: readonly Declaration[] = [
  accountApiDeclaration,
  lycaDeclaration,
  telekomDeDeclaration,
  tmf654Declaration,
  tmf677Declaration,
  esimGoDeclaration,
  airaloPartnerDeclaration,
  esimAccessDeclaration,
  sltLkDeclaration,
  huaweiHilinkDeclaration,
  zteGoformDeclaration,
  rfc8908Declaration,
  ...presets.map(presetDeclaration),
  customJsonDeclaration,
  demoDeclaration,
];
