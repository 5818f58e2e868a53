import { travel } from '../journey.ts';
import { runningLow } from '../journeys/low.ts';

travel('chromium', 'low', runningLow);
