/** What a step came to: words for the person, and what later steps need of it. */
export interface Done<T> {
  words: string;
  value: T;
}

/** Runs a step and tells it in one line. Rejects with the step's name when it breaks. */
export type Tell = <T>(step: string, work: () => Promise<Done<T>>) => Promise<T>;

export function createTell(say: (line: string) => void = console.log): Tell {
  return async (step, work) => {
    try {
      const { words, value } = await work();
      say(`${step.padEnd(10)} ${words}`);
      return value;
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`"${step}" failed: ${reason}`, { cause });
    }
  };
}
