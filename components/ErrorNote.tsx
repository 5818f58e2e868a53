import type { CommandError } from '../utils/app/commands.ts';
import { lazy } from './lazy.tsx';

const ErrorText = lazy(() => import('./ErrorText.tsx').then((file) => file.ErrorText));

/** Why what was just asked did not happen. */
export function ErrorNote({ error }: { error: CommandError | null }) {
  return <div role="alert">{error && <ErrorText error={error} />}</div>;
}
