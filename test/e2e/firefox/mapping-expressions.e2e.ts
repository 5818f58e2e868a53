import { travel } from '../journey.ts';
import { expressions } from '../journeys/mapping.ts';

travel('firefox', 'mapping by expressions', expressions, { sandbox: { dialects: true } });
