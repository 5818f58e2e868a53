import { travel } from '../journey.ts';
import { trouble } from '../journeys/trouble.ts';

travel('chromium', 'trouble', trouble);
