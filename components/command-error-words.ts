import type { CommandError } from '../utils/app/commands.ts';
import { clockTime } from '../utils/domain/clock-time.ts';
import type { Instant } from '../utils/domain/instant.ts';
import type { MessageKey, Words } from '../utils/domain/words.ts';
import { FAILURE_WORDS } from './failure-words.ts';

type Of<K extends CommandError['kind']> = Extract<CommandError, { kind: K }>;
type Say<K extends CommandError['kind']> = (error: Of<K>, words: Words, now: Instant) => string;

/** What is wrong with a field that the person filled in. */
export const FIELD_PROBLEM_WORDS: Record<Of<'field'>['problem'], MessageKey> = {
  missing: 'errorFieldMissing',
  malformed: 'errorFieldMalformed',
  'not-https': 'errorFieldNotHttps',
  'not-local': 'errorFieldNotLocal',
  'has-credentials': 'errorFieldHasCredentials',
  'secret-in-address': 'errorFieldSecretInAddress',
  'forbidden-header': 'errorFieldForbiddenHeader',
  'unknown-host': 'errorFieldUnknownHost',
};

const REFUSED_ADDRESS: Record<Of<'refused-address'>['reason'], MessageKey> = {
  'not-https': 'errorRefusedNotHttps',
  malformed: 'errorRefusedAddress',
  'has-credentials': 'errorRefusedAddress',
  script: 'errorRefusedAddress',
};

const SIGN_IN: Record<Of<'sign-in'>['reason'], MessageKey> = {
  cancelled: 'errorSignInCancelled',
  refused: 'errorSignInRefused',
  mismatch: 'errorSignInMismatch',
  unsupported: 'errorSignInUnsupported',
};

const IMPORT: Record<Of<'import'>['reason'], MessageKey> = {
  'not-json': 'errorImportNotJson',
  'not-ours': 'errorImportNotOurs',
  newer: 'errorImportNewer',
};

const PASSPHRASE: Record<Of<'passphrase'>['reason'], MessageKey> = {
  'too-short': 'errorPassphraseTooShort',
  wrong: 'errorPassphraseWrong',
};

const SAY: { [K in CommandError['kind']]: Say<K> } = {
  failure: ({ failure }, words) => {
    const { title, help } = FAILURE_WORDS[failure.kind];
    return `${words.t(title)}${words.t('errorJoin')}${words.t(help)}`;
  },
  field: ({ problem }, words) => words.t(FIELD_PROBLEM_WORDS[problem]),
  'refused-host': ({ host }, words) => words.t('errorRefusedHost', host),
  'refused-address': ({ reason }, words) => words.t(REFUSED_ADDRESS[reason]),
  'sign-in': ({ reason }, words) => words.t(SIGN_IN[reason]),
  import: ({ reason, where }, words) => words.t(IMPORT[reason], where),
  locked: (_, words) => words.t('errorLocked'),
  gone: (_, words) => words.t('errorGone'),
  'in-progress': (_, words) => words.t('errorInProgress'),
  'not-before': ({ at }, words, now) => words.t('errorNotBefore', clockTime(at, now, words.locale)),
  passphrase: ({ reason }, words) => words.t(PASSPHRASE[reason]),
  unreachable: (_, words) => words.t('errorUnreachable'),
  reload: (_, words) => words.t('errorReload'),
  defect: (_, words) => words.t('errorDefect'),
};

/** Why a command did not do what was asked, in one or two sentences. */
export function errorSentence(error: CommandError, words: Words, now: Instant): string {
  const say = SAY[error.kind] as (error: CommandError, words: Words, now: Instant) => string;
  return say(error, words, now);
}
