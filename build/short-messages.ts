import { readFileSync } from 'node:fs';

/** A file of `public/` on its way into the package: copied, or written with contents of our own. */
type PublicFile = { relativeDest: string } & ({ absoluteSrc: string } | { contents: string });

/** The messages as browsers read them: descriptions are for translators, and blanks for nobody. */
export function withShortMessages(file: PublicFile): PublicFile {
  if (!/^_locales[\\/].*\.json$/.test(file.relativeDest) || !('absoluteSrc' in file)) return file;
  const { relativeDest } = file;
  return { relativeDest, contents: shortMessages(readFileSync(file.absoluteSrc, 'utf8')) };
}

export function shortMessages(text: string): string {
  return JSON.stringify(JSON.parse(text), (key, value: unknown) =>
    key === 'description' && typeof value === 'string' ? undefined : value,
  );
}
