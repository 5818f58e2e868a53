import { travel } from '../journey.ts';
import { mapping } from '../journeys/mapping.ts';

travel('firefox', 'mapping', mapping, { sandbox: { dialects: true } });
