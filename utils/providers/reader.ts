import { Failure } from '../domain/failure.ts';
import { pointedAt } from '../domain/pointer.ts';
import type { Reading } from '../domain/reading.ts';
import { presets } from './presets/presets.ts';
import type { PageTools, ReadAt, ReaderTask } from './reader-contract.ts';
import { readingOf as esimAccessReading } from './standards/esim-access-answer.ts';
import { lycaReading } from './standards/lyca-page.ts';
import { mapped } from './standards/mapped.ts';
import { type Mapping, mappingIn } from './standards/mapping.ts';
import { readingOf as sltReading } from './standards/slt-usage.ts';

/** The other half of the providers that read apart from the background, for the page alone. Throws Failure. */
export async function readTask(task: ReaderTask, at: ReadAt, tools: PageTools): Promise<Reading> {
  if (task.reads === 'lyca') return lycaReading(task, at.now, tools.parseHtml);
  if (task.reads === 'slt-lk') return sltReading(task.answer, at.now);
  if (task.reads === 'esim-access') return esimAccessReading(task.answer, task.iccid, at.now);
  const mapping = mappingOf(task);
  if (!mapping) throw new Failure('unreadable', 'no mapping');
  return mapped(mapping, task.answer, { ...at, query: tools.query });
}

/** Throws Failure. */
function mappingOf(task: Extract<ReaderTask, { reads: 'mapping' | 'preset' }>): Mapping | null {
  if (task.reads === 'mapping') return mappingIn(task.mapping);
  const preset = presets.find(({ id }) => id === task.preset);
  const told = preset?.lineAt === undefined ? null : pointedAt(task.answer, preset.lineAt);
  if ((typeof told === 'string' || typeof told === 'number') && String(told) !== task.line)
    throw new Failure('unreadable', 'the figures of another line');
  return preset?.mapping ?? null;
}
