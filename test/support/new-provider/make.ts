import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { providerById } from '../../../utils/providers/registry.ts';
import { ROOT } from '../run/tools.ts';
import { FILL_IN, firstCases } from './cases.ts';
import { BadId, type Names, namesFor } from './names.ts';

const TEMPLATE = 'test/support/new-provider/template.ts';
const REGISTRY = 'utils/providers/registry.ts';
const DECLARATIONS = 'utils/providers/declarations.ts';
const WEAK_POINTS = 'utils/providers/weak-points.ts';

/** Writes all that a provider consists of. Answers the files; throws BadId and has then written nothing. */
export function makeProvider(id: string, shown: string | undefined): string[] {
  const [file, folder] = [`utils/providers/${id}.ts`, `test/fixtures/${id}`];
  const taken = providerById(id)
    ? REGISTRY
    : [file, folder].find((each) => existsSync(path.join(ROOT, each)));
  if (taken && id !== '') throw new BadId(`"${id}" is taken: see ${taken}. Choose another id.`);
  const names = namesFor(id, shown, read(TEMPLATE).replaceAll('newCarrier', '') + read(REGISTRY));
  write(file, fromTemplate(names));
  const cases = Object.entries(firstCases(id)).map(([situation, recorded]) => {
    const place = `${folder}/${situation}.json`;
    write(place, `${JSON.stringify(recorded, null, 2)}\n`);
    return place;
  });
  change(REGISTRY, registered(names.id, names.constant, 'demo'));
  change(DECLARATIONS, registered(names.id, `${names.constant}Declaration`, 'demoDeclaration'));
  change(WEAK_POINTS, (text) => text.replace('  demo:', `  '${id}': '${FILL_IN} one sentence.',\n  demo:`));
  return [file, ...cases, REGISTRY, DECLARATIONS, WEAK_POINTS];
}

/** The template stands elsewhere, so that types and lint look at it. */
function fromTemplate({ id, constant, shown }: Names): string {
  const quoted = shown.replace(/[\\']/g, '\\$&');
  return read(TEMPLATE)
    .replaceAll('../../../utils/providers/', './')
    .replaceAll('../../../utils/', '../')
    .replaceAll("'New Carrier'", () => `'${quoted}'`)
    .replaceAll('New Carrier', () => shown)
    .replaceAll('newCarrier', constant)
    .replaceAll('new-carrier', id);
}

/** The last one listed is the demo; a new one is put before it. */
function registered(id: string, constant: string, last: string): (text: string) => string {
  return (text) =>
    `import { ${constant} } from './${id}.ts';\n${text.replace(`  ${last},`, `  ${constant},\n  ${last},`)}`;
}

function change(file: string, by: (text: string) => string): void {
  const [before, after] = [read(file), by(read(file))];
  if (before === after) throw new Error(`${file} no longer has the line that a new provider is put before`);
  write(file, after);
}

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(ROOT, file)), { recursive: true });
  writeFileSync(path.join(ROOT, file), text);
}
