import { Script } from 'node:vm';

/** An id that cannot be taken: its message is for the person who asked for it. */
export class BadId extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BadId';
  }
}

export interface Names {
  id: string;
  /** what the provider is called in code: `new-carrier` is `newCarrier` */
  constant: string;
  /** what a person sees */
  shown: string;
}

const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const LONGEST = 30;

/**
 * The names of a new provider. `code`: what its constant will stand in, whose own words it must not be. Throws BadId.
 */
export function namesFor(id: string, shown: string | undefined, code: string): Names {
  if (id === '')
    throw new BadId('Say the id of the new provider: npm run new:provider my-carrier "My Carrier"');
  if (!ID.test(id) || id.length > LONGEST) {
    throw new BadId(
      `"${id}" cannot be an id: use small letters, digits and single hyphens, a letter first, at most ${LONGEST}.`,
    );
  }
  const constant = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  if (!isName(constant) || new RegExp(`\\b${constant}\\b`).test(code)) {
    throw new BadId(`"${id}" is a word of the code itself: add to it, as in "${id}-mobile".`);
  }
  return { id, constant, shown: shown?.trim() || capitalised(id) };
}

function capitalised(id: string): string {
  return id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

/** Whether a constant may be called so: `class` may not. */
function isName(name: string): boolean {
  try {
    new Script(`'use strict'; async () => { const ${name} = 0; };`);
    return true;
  } catch {
    return false;
  }
}
