import { travel } from '../journey.ts';
import { mapping } from '../journeys/mapping.ts';

travel('chromium', 'mapping', mapping, { sandbox: { dialects: true } });
