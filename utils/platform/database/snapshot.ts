import { GLANCE_VERSION, type Glance } from '../../domain/glance.ts';

/*
 * The copy of the glance in `storage.local`. The popup reads it too, so nothing here may weigh anything: the check
 * is of what the popup would stumble over, not of every field, since a glance can be rebuilt at any time.
 */

export const SNAPSHOT_KEY = 'glance';

export interface Snapshot {
  /** the revision of the glance in the database at the time */
  revision: number;
  /** there was something to lose: a line had been read */
  historyExists: boolean;
  glance: Glance;
}

export function snapshotOf(glance: Glance): Snapshot {
  const historyExists = glance.lines.some((line) => line.checkedAt !== null);
  return { revision: glance.revision, historyExists, glance };
}

export function isSnapshot(value: unknown): value is Snapshot {
  return isObject(value) && isGlance(value.glance) && value.revision === value.glance.revision;
}

export function isGlance(value: unknown): value is Glance {
  return (
    isObject(value) &&
    value.v === GLANCE_VERSION &&
    Number.isSafeInteger(value.revision) &&
    isObject(value.badge) &&
    isObject(value.settings) &&
    Array.isArray(value.notices) &&
    Array.isArray(value.lines) &&
    value.lines.every(isGlanceLine)
  );
}

function isGlanceLine(value: unknown): boolean {
  if (!isObject(value) || typeof value.id !== 'string' || typeof value.name !== 'string') return false;
  if (!Array.isArray(value.origins)) return false;
  const lists = [value.buckets, value.days, value.alerts];
  const objects = [value.headline, value.forecast, value.can];
  return lists.every(isListOfObjects) && objects.every(isObject);
}

function isListOfObjects(value: unknown): boolean {
  return Array.isArray(value) && value.every(isObject);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
