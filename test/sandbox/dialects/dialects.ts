import { airaloPartner } from './airalo-partner.ts';
import { customJson } from './custom-json.ts';
import type { Dialect } from './dialect.ts';
import { esimAccess } from './esim-access.ts';
import { esimGo } from './esim-go.ts';
import { huaweiHilink } from './huawei-hilink.ts';
import { lyca } from './lyca.ts';
import { rfc8908 } from './rfc8908.ts';
import { sltLk } from './slt-lk.ts';
import { telekomDe } from './telekom-de.ts';
import { tmf654 } from './tmf654.ts';
import { tmf677 } from './tmf677.ts';
import { zteGoform } from './zte-goform.ts';

/** Every dialect that the sandbox speaks. */
export const DIALECTS: readonly Dialect[] = [
  telekomDe,
  sltLk,
  tmf654,
  tmf677,
  airaloPartner,
  esimAccess,
  esimGo,
  huaweiHilink,
  zteGoform,
  lyca,
  rfc8908,
  customJson,
];
