import type { Mapping } from '../../../utils/providers/standards/mapping.ts';
import { mappingIn } from '../../../utils/providers/standards/mapping.ts';
import { draftOf } from '../add/add-state.ts';
import { fail, granted, originsOrPoint } from '../add/add-steps.ts';
import type { AddStore } from '../add/add-store.ts';
import type { HeaderRow } from './header-rows.ts';
import { EMPTY_MAPPING } from './map-draft.ts';
import { readMappingFile } from './map-file.ts';

/** The provider that is filled in by pointing. */
export const MAPPED = 'custom-json';

export function mappingOf(store: AddStore): Mapping {
  return mappingIn(store.state().values.mapping ?? '') ?? EMPTY_MAPPING;
}

export function setMapping(store: AddStore, mapping: Mapping): void {
  const { values } = store.state();
  store.update({ values: { ...values, mapping: JSON.stringify(mapping) }, tried: null, error: null });
}

/** Headers as they are typed now; what was fetched with others stays in sight until it is fetched anew. */
export function setRows(store: AddStore, rows: readonly HeaderRow[]): void {
  const told = rows.filter(({ name, value }) => name.trim() !== '' && value.trim() !== '');
  const lines = told
    .filter(({ secret }) => secret)
    .map(({ name, value }) => `${name.trim()}: ${value.trim()}`);
  const plain = told.filter(({ secret }) => !secret).map(({ name, value }) => [name.trim(), value.trim()]);
  const { headers: _, ...mapping } = mappingOf(store);
  const headers = plain.length > 0 ? { headers: Object.fromEntries(plain) } : {};
  const { values, problem } = store.state();
  store.update({
    rows,
    values: { ...values, headers: lines.join('\n'), mapping: JSON.stringify({ ...mapping, ...headers }) },
    tried: null,
    problem: problem?.field === 'headers' ? null : problem,
  });
}

/** Asks the browser for the one host, then the endpoint, once. Must be called by the press itself. */
export async function fetchAnswer(store: AddStore): Promise<void> {
  const provider = store.provider();
  if (!provider || store.state().busy !== null) return;
  if (!store.state().values.mapping) setMapping(store, EMPTY_MAPPING);
  const origins = originsOrPoint(store, provider, false);
  if (!origins || !(await granted(store, origins, 'ask'))) return;
  const { values } = store.state();
  const reply = await store.deps.ask('sample', { draft: draftOf(provider, store.state()) });
  if (store.state().values !== values) return store.update({ busy: null });
  if (!reply.ok) return fail(store, reply.error);
  store.update({ busy: null, sample: { value: JSON.parse(reply.value) } });
}

/** Fills the form in from a file; false = it is no mapping. Values of headers are left for the person. */
export function takeFile(store: AddStore, text: string): boolean {
  const file = readMappingFile(text);
  if (!file) return false;
  const plain = Object.entries(file.mapping.headers ?? {}).map(([name, value]) => ({
    name,
    value,
    secret: false,
  }));
  const secret = file.secretHeaders.map((name) => ({ name, value: '', secret: true }));
  const { values } = store.state();
  const { url, method, body } = file;
  store.update({
    values: { ...values, url, method, body, mapping: JSON.stringify(file.mapping) },
    sample: null,
    problem: null,
    error: null,
  });
  setRows(store, [...secret, ...plain]);
  return true;
}

/** Every secret that was typed for the request, whole and without the word before it. */
export function secretsOf(store: AddStore): string[] {
  const typed = store.state().rows.filter(({ secret }) => secret);
  return typed.flatMap(({ value }) => [value.trim(), ...value.trim().split(/\s+/)]).filter(Boolean);
}
