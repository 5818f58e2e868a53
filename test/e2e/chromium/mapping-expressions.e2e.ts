import { travel } from '../journey.ts';
import { expressions } from '../journeys/mapping.ts';

travel('chromium', 'mapping by expressions', expressions, { sandbox: { dialects: true } });
