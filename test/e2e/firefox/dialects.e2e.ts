import { travel } from '../journey.ts';
import { dialects } from '../journeys/dialects.ts';

travel('firefox', 'dialects', dialects, { sandbox: { dialects: true } });
