import { MESSAGE_VERSION } from '../domain/versions.ts';
import { toCommandError } from './command-failure.ts';
import {
  type CommandInput,
  type CommandName,
  type CommandOutput,
  type CommandReply,
  commandSchemas,
} from './commands.ts';

export type Handlers = { [N in CommandName]: (input: CommandInput<N>) => Promise<CommandOutput[N]> };

const RELOAD = { ok: false, error: { kind: 'reload' } } as const;

const isCommand = (name: unknown): name is CommandName =>
  typeof name === 'string' && Object.hasOwn(commandSchemas, name);

/**
 * Answers one message of a page. Never rejects. A message of another version, of an unknown name or of another
 * shape changes nothing and is answered with `reload`.
 */
export function createServe(handlers: Handlers): (message: unknown) => Promise<CommandReply<CommandName>> {
  return async (message) => {
    try {
      const { v, name, input } = Object(message) as { v?: unknown; name?: unknown; input?: unknown };
      if (v !== MESSAGE_VERSION || !isCommand(name)) return RELOAD;
      const parsed = commandSchemas[name].safeParse(input);
      if (!parsed.success) return RELOAD;
      const handler = handlers[name] as (input: unknown) => Promise<CommandOutput[CommandName]>;
      return { ok: true, value: await handler(parsed.data) };
    } catch (error) {
      return { ok: false, error: toCommandError(error) };
    }
  };
}
