import { travel } from '../journey.ts';
import { keptByRule } from '../journeys/kept-number.ts';
import { lastsUntilADay } from '../journeys/until.ts';

travel('chromium', 'until', (scene) => {
  lastsUntilADay(scene);
  keptByRule(scene);
});
