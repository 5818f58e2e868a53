import { travel } from '../journey.ts';
import { keptByRule } from '../journeys/kept-number.ts';
import { lastsUntilADay } from '../journeys/until.ts';

travel('firefox', 'until', (scene) => {
  lastsUntilADay(scene);
  keptByRule(scene);
});
