import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Settings } from '../utils/domain/settings.ts';

/** GB of 1000 or GiB of 1024, as the person chose. */
export const UnitsContext = createContext<Settings['units']>('decimal');

export function useUnits(): Settings['units'] {
  return useContext(UnitsContext);
}
