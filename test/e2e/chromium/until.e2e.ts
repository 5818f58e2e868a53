import { travel } from '../journey.ts';
import { lastsUntilADay } from '../journeys/until.ts';

travel('chromium', 'until', lastsUntilADay);
