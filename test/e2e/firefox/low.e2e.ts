import { travel } from '../journey.ts';
import { runningLow } from '../journeys/low.ts';

travel('firefox', 'low', runningLow);
