export interface NodePackage {
  name: string;
  version: string;
  /** path inside the package */
  program: string;
}

/** The package for a computer, by `process.platform` and `process.arch`; null = there is none. */
export function nodePackage(platform: string, arch: string): NodePackage | null;
/** Whether a version of Node runs the commands. */
export function isEnough(version: string): boolean;
