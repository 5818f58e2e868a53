/**
 * What is known to be weak about each provider, one sentence each, in English: for the table in the README, which
 * `node test/support/provider-table.ts` writes. Nothing that ships imports it.
 */
export const WEAK_POINTS: Readonly<Record<string, string>> = {
  'account-api': 'Young: few carriers offer it yet.',
  'telekom-de':
    'Answers only through the mobile network of the SIM it is about; not documented by the carrier.',
  lyca: 'Read from the account page, which changes without notice; minutes and messages cannot be told apart, and the page does not say when the number lapses.',
  tmf654: 'Carriers differ in units and words; further pages of a list are not read.',
  tmf677: 'Carriers differ in units and in where they tell the rest; further pages are not read.',
  'esim-go': 'A bundle whose end the wholesaler does not tell is shown without one.',
  'airalo-partner': 'Figures are up to 20 minutes old; the end has no zone and is taken for UTC.',
  'esim-access': 'Figures are two to three hours old.',
  'slt-lk': 'Ends are told without a year; needs a client id that is hard to come by.',
  'huawei-hilink':
    'Counts what goes through the device, not what the carrier counts; begins anew on a day that its owner sets. A device with a password is signed in to on its own page, whose cookie it shares with the browser, so that one stays there until the browser closes.',
  'zte-goform':
    'Counts what goes through the device, not what the carrier counts; some devices tell nothing until one signs in.',
  rfc8908: 'Answers only on the Wi-Fi it is about; few networks offer it.',
  telnyx: 'A SIM without a limit of its own shows what it used alone.',
  '1nce': 'Written from the documentation; not used with a real line yet.',
  emnify: 'Written from the documentation; a token of emnify lasts for hours only.',
  onomondo: 'A SIM without a data limit shows nothing.',
  hologram: 'Reads the first SIM of a device; a plan that is paid by use shows what it used alone.',
  celitech: 'Tells what is left but not of how much; figures are about an hour old.',
  zendit: 'Written from the documentation; further pages of plans are not read.',
  'custom-json': 'As good as the mapping that the person made; nobody tells when the endpoint changes.',
  demo: 'Make-believe.',
};
