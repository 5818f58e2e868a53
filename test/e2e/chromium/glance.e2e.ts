import { travel } from '../journey.ts';
import { glanceAtFiveLines } from '../journeys/glance.ts';

travel('chromium', 'glance', glanceAtFiveLines);
