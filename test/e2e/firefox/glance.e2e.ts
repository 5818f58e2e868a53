import { travel } from '../journey.ts';
import { glanceAtFiveLines } from '../journeys/glance.ts';

travel('firefox', 'glance', glanceAtFiveLines);
