import { field } from './fields.ts';

/** The number of an eSIM, E.118: 89, at most 22 digits; some are written with an F to fill the last place. */
export const iccidField = field({
  name: 'iccid',
  label: 'fieldIccidLabel',
  help: 'fieldIccidHelp',
  example: '8944000000000000000',
  pattern: '[0-9]{18,22}[Ff]?',
});

/** What may stand in a header: visible ASCII. */
export const KEY = '[\\x21-\\x7e]+';
