import type { ComponentType, FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useWords } from './words-context.ts';

export type Lazy<P> = FunctionComponent<P> & {
  /** Fetches the code ahead of its first showing. Never rejects. */
  load: () => Promise<ComponentType<P>>;
};

/** Its file is gone: the extension was replaced under this page. */
function Gone() {
  return (
    <p class="note note-critical" role="alert">
      {useWords().t('errorReload')}
    </p>
  );
}

/** A component whose code stands in a file of its own, so that the first paint does not wait for it. */
export function lazy<P>(fetchCode: () => Promise<ComponentType<P>>): Lazy<P> {
  let known: ComponentType<P> | null = null;
  const load = () =>
    fetchCode()
      .catch((): ComponentType<P> => Gone)
      .then((component) => {
        known = component;
        return component;
      });
  const Shell: FunctionComponent<P> = (props) => {
    const [Shown, setShown] = useState(() => known);
    useEffect(() => {
      if (!Shown) void load().then((component) => setShown(() => component));
    }, [Shown]);
    return Shown && <Shown {...props} />;
  };
  return Object.assign(Shell, { load });
}
