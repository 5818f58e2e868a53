import { travel } from '../journey.ts';
import { dialects } from '../journeys/dialects.ts';

travel('chromium', 'dialects', dialects, { sandbox: { dialects: true } });
