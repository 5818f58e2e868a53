import { travel } from '../journey.ts';
import { historyOfALine } from '../journeys/history.ts';

travel('firefox', 'history', historyOfALine);
