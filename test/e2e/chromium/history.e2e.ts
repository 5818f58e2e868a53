import { travel } from '../journey.ts';
import { historyOfALine } from '../journeys/history.ts';

travel('chromium', 'history', historyOfALine);
