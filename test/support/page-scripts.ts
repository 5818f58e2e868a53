import path from 'node:path';

/** A page's own scripts that must be there before it can run: those it names, and what they import. */
export function scriptsOf({ text }: { text(file: string): string }, page: string): string[] {
  const named = [...text(page).matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, file = '']) => file);
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    const imported = text(file).matchAll(/(?:^|[;}])(?:import|export)(?:[^'"`();]*?from)?"\.\/([^"]+\.js)"/g);
    for (const [, name = ''] of imported) visit(path.posix.join(path.posix.dirname(file), name));
  };
  for (const file of named) visit(file);
  return [...found];
}
