import { travel } from '../journey.ts';
import { toppingUp } from '../journeys/top-up.ts';

travel('chromium', 'top-up', toppingUp);
