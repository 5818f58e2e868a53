import { travel } from '../journey.ts';
import { addingLines } from '../journeys/add-line.ts';

travel('firefox', 'adding lines', addingLines);
