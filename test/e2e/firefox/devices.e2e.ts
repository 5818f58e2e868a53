import { travel } from '../journey.ts';
import { devices } from '../journeys/devices.ts';

travel('firefox', 'devices', devices, { sandbox: { dialects: true } });
