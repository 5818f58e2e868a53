import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inject } from 'vitest';
import type { BUILT_FOR, Mode } from './run/builds.ts';

export type BuiltFor = (typeof BUILT_FOR)[number];

/** The parts of a manifest that tests look at. */
export interface Manifest {
  [field: string]: unknown;
  key?: string;
  permissions: string[];
  background: Record<string, unknown>;
  content_security_policy: { extension_pages: string };
  browser_specific_settings?: {
    gecko: {
      id: string;
      strict_min_version: string;
      data_collection_permissions: { required: string[] };
    };
    gecko_android: { strict_min_version: string };
  };
}

/** A built extension. */
export interface Built {
  folder: string;
  manifest: Manifest;
  /** paths of all files, with `/` */
  files: string[];
  text(file: string): string;
}

export function built(browser: BuiltFor, mode: Mode = 'production'): Built {
  const folder = path.join(inject('packages'), `${browser}-mv3-${mode}`);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
  const text = (file: string) => readFileSync(path.join(folder, file), 'utf8');
  return { folder, files: files.toSorted(), text, manifest: JSON.parse(text('manifest.json')) as Manifest };
}

/** The package for a store. */
export function packed(browser: BuiltFor): Buffer {
  const name = readdirSync(inject('packages')).find((each) => each.endsWith(`-${browser}.zip`));
  if (name === undefined) throw new Error(`nothing was packed for ${browser}`);
  return readFileSync(path.join(inject('packages'), name));
}

/** The modules of a build, each with the fingerprint of its code. */
export function modulesOf(browser: BuiltFor, mode: Mode): Record<string, string> {
  return JSON.parse(readFileSync(path.join(inject('packages'), `${browser}-${mode}.modules.json`), 'utf8'));
}
