import type { ExtensionState } from '../../utils/app/commands.ts';
import type { GlanceLine } from '../../utils/domain/glance.ts';

/** A line as the page knows it: what is stored of it, and what was read last. */
export interface ShownLine {
  line: ExtensionState['lines'][number];
  /** null = the glance does not hold it (yet) */
  glance: GlanceLine | null;
  providerName: string;
}
