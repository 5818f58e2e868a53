import type { ScreenName } from '../../../components/popup/screens.ts';
import type { Glance } from '../../../utils/domain/glance.ts';
import { glanceLine, glanceOf } from '../glances.ts';
import { BALANCES } from './balances.ts';
import { CREDITS } from './credits.ts';
import { FORECASTS } from './forecasts.ts';
import { many } from './many.ts';
import { TROUBLES } from './troubles.ts';
import { UNTILS } from './untils.ts';

export interface GalleryState {
  glance: Glance;
  screen?: ScreenName;
}

const one = (over: Parameters<typeof glanceLine>[0]) => ({ glance: glanceOf([glanceLine(over)]) });

/** Every state in which the popup is looked at, by name. */
export const STATES: Record<string, GalleryState> = {
  empty: { glance: glanceOf([]) },
  lost: { glance: glanceOf([], { notices: ['history-lost', 'settings-lost'] }) },
  ...Object.fromEntries(Object.entries(BALANCES).map(([name, over]) => [name, one(over)])),
  ...Object.fromEntries(Object.entries(CREDITS).map(([name, over]) => [name, one(over)])),
  ...Object.fromEntries(Object.entries(FORECASTS).map(([name, over]) => [name, one(over)])),
  ...Object.fromEntries(Object.entries(UNTILS).map(([name, over]) => [name, one(over)])),
  ...Object.fromEntries(Object.entries(TROUBLES).map(([name, over]) => [name, one(over)])),
  locked: {
    glance: glanceOf([glanceLine({ state: 'locked' })], { locked: true, notices: ['rows-set-aside'] }),
  },
  forty: { glance: glanceOf(many(40)) },
  'forty-lines': { glance: glanceOf(many(40)), screen: 'lines' },
  'three-lines': { glance: glanceOf(many(3)), screen: 'lines' },
  'top-up': { glance: glanceOf([glanceLine()]), screen: 'top-up' },
  'top-up-link': {
    glance: glanceOf([glanceLine({ can: { offers: false, topUpHost: 'www.carrier.example' } })]),
    screen: 'top-up',
  },
  help: { glance: glanceOf([glanceLine()]), screen: 'help' },
  'until-empty': { glance: glanceOf([glanceLine()]), screen: 'until' },
  'until-set': { ...one(UNTILS.until ?? {}), screen: 'until' },
  'until-renews': { ...one(UNTILS['until-beyond'] ?? {}), screen: 'until' },
  pause: { glance: glanceOf([glanceLine()]), screen: 'pause' },
};
