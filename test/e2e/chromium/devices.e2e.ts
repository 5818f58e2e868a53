import { travel } from '../journey.ts';
import { devices } from '../journeys/devices.ts';

travel('chromium', 'devices', devices, { sandbox: { dialects: true } });
