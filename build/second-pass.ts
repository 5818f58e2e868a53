import { minify } from 'terser';

/** A constant stays on the side on which it was written, as one order packs better than two. */
const COMPRESS = { passes: 2, lhs_constants: false };

/** A part of what is built; only the code of scripts is looked at. */
type Part = { type: 'chunk'; code: string } | { type: 'asset' };

/**
 * The background goes through a second minifier, which inlines what is used once, as the first does not: 2 % less for
 * some seconds, so only what is published. No option that takes liberties with the code is on. (A third round of its
 * own makes the script larger again.)
 */
export const secondPass = {
  name: 'second-pass',
  enforce: 'post' as const,
  apply: (_config: unknown, { mode }: { mode: string }) => mode === 'production',
  async generateBundle(_options: unknown, bundle: Record<string, Part>): Promise<void> {
    for (const part of Object.values(bundle)) {
      if (part.type !== 'chunk') continue;
      const { code } = await minify(part.code, { ecma: 2020, compress: COMPRESS });
      part.code = code ?? part.code;
    }
  },
};
