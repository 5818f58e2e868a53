import { Problem } from '../problems.ts';
import type { Dialect, Told } from './dialect.ts';
import { generalData, together } from './told.ts';

const MIB = 1024 ** 2;

/** What a device counts of its line's month, and what its owner has set. */
export interface Counted {
  /** bytes since the month began */
  download: number;
  upload: number;
  /** MiB that the owner allows, what the line holds in whole ones; null = none are set */
  limitMiB: number | null;
  /** the day of the month on which it begins anew */
  firstDay: number;
}

/** The owner of the device has set the volume of the line's bundles, and counts up to where their rest ends. */
export function countedBy(told: Told): Counted {
  const { total, used, remaining, unlimited, validUntil } = together(generalData(told));
  const limitMiB = unlimited ? null : Math.ceil(total / MIB);
  const counted = limitMiB === null ? used : limitMiB * MIB - remaining;
  const upload = Math.floor(counted / 8);
  return {
    download: counted - upload,
    upload,
    limitMiB,
    firstDay: validUntil === null ? 1 : new Date(validUntil).getUTCDate(),
  };
}

/** On another network another device has the address, which knows of no such page. */
export function atHome(routesOf: Dialect['routes']): Dialect['routes'] {
  return (carrier) =>
    routesOf(carrier).map((route) => ({
      ...route,
      handle: (request) => {
        if (!carrier.onOwnNetwork()) throw new Problem('unknown-address', request.path);
        return route.handle(request);
      },
    }));
}
