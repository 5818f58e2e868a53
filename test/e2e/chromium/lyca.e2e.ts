import { travel } from '../journey.ts';
import { accountPages } from '../journeys/lyca.ts';

travel('chromium', 'a carrier that has an account page only', accountPages, { sandbox: { dialects: true } });
