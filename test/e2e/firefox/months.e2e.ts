import { TALES } from '../../support/months/tales.ts';
import { travel } from '../journey.ts';
import { MONTHLY, monthOf } from '../journeys/months.ts';

for (const tale of TALES) travel('firefox', `a month of ${tale.line}`, monthOf(tale), { sandbox: MONTHLY });
