import { travel } from '../journey.ts';
import { firstRun } from '../journeys/first-run.ts';

travel('firefox', 'first-run', firstRun);
