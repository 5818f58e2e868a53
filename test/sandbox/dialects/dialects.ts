import type { Dialect } from './dialect.ts';
import { telekomDe } from './telekom-de.ts';

/** Every dialect that the sandbox speaks. */
export const DIALECTS: readonly Dialect[] = [telekomDe];
