import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Failure } from '../../utils/domain/failure.ts';
import { search } from '../../utils/platform/expressions.ts';
import { createQuery, openOffscreen } from '../../utils/platform/query.ts';
import { listenToQueries } from '../../utils/platform/query-page.ts';

const locks = { exclusive: <T>(_name: string, work: () => Promise<T>) => work() };

/** A page that can be opened and closed, in which expressions are answered as in the real one. */
function page() {
  const seen: string[] = [];
  let listener: ((message: unknown, sender: null, reply: (found: unknown) => void) => unknown) | null = null;
  Object.assign(fakeBrowser.runtime.onMessage, {
    addListener: (added: typeof listener) => (listener = added),
  });
  listenToQueries(search);
  Object.assign(fakeBrowser.runtime, {
    // A message is JSON, in which nothing is null.
    sendMessage: async (message: unknown) => {
      let found: unknown;
      listener?.(JSON.parse(JSON.stringify(message)), null, (told) => (found = told));
      return found === undefined ? undefined : JSON.parse(JSON.stringify(found));
    },
  });
  const open = async () => {
    seen.push('open');
    return async () => void seen.push('close');
  };
  return { seen, query: createQuery(locks, open) };
}

describe('expressions apart from the background', () => {
  beforeEach(() => fakeBrowser.reset());

  it('are answered by a page that is open for them alone; what finds nothing is nothing', async () => {
    const { seen, query } = page();
    expect(await query({ a: { b: 5 } }, ['a.b', 'a.c', 'length(a)'])).toEqual([5, undefined, 1]);
    expect(seen).toEqual(['open', 'close']);
  });

  it('fail as unreadable where one may not be asked, and the page is closed', async () => {
    const { seen, query } = page();
    await expect(query({ a: 5 }, ['[@,@][]'])).rejects.toMatchObject({ kind: 'unreadable' });
    expect(seen).toEqual(['open', 'close']);
  });

  it('fail where nobody answers', async () => {
    const { seen, query } = page();
    Object.assign(fakeBrowser.runtime, { sendMessage: async () => undefined });
    await expect(query({}, ['a'])).rejects.toBeInstanceOf(Failure);
    expect(seen).toEqual(['open', 'close']);
  });

  it('are asked in Chromium in its one offscreen document, and one that was left behind is closed first', async () => {
    const seen: string[] = [];
    let open = true;
    const offscreen = {
      createDocument: async ({ url }: { url: string }) => {
        if (open) throw new Error('Only a single offscreen document may be created.');
        open = true;
        seen.push(`open ${url}`);
      },
      closeDocument: async () => {
        open = false;
        seen.push('close');
      },
    };
    Object.assign(fakeBrowser, { offscreen });
    Object.assign(fakeBrowser.runtime, { getContexts: async () => (open ? [{}] : []) });
    await (await openOffscreen())();
    expect(seen).toEqual(['close', 'open /expressions.html', 'close']);
  });
});
