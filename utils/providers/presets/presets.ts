import { oneNce } from './1nce.ts';
import { celitech } from './celitech.ts';
import { emnify } from './emnify.ts';
import { hologram } from './hologram.ts';
import { onomondo } from './onomondo.ts';
import type { Preset } from './preset.ts';
import { telnyx } from './telnyx.ts';
import { zendit } from './zendit.ts';

/** Every preset, in the order in which a person chooses. */
export const presets: readonly Preset[] = [telnyx, oneNce, emnify, onomondo, hologram, celitech, zendit];
