/**
 * What became of something the person asked for: null = done, else the sentence that says what is wrong; empty where
 * that stands beside the input already.
 */
export type Outcome = string | null;

/** Not done; what is wrong stands beside the input. */
export const SAID_AT_INPUT: Outcome = '';
