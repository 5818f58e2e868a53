import { travel } from '../journey.ts';
import { trouble } from '../journeys/trouble.ts';

travel('firefox', 'trouble', trouble);
