import { describe, expect, it } from 'vitest';
import { reviewAccess } from '../../utils/app/access.ts';
import type { Draft } from '../../utils/app/commands.ts';
import { pollDue } from '../../utils/app/poll-due.ts';
import { start } from '../../utils/app/start.ts';
import { HOUR } from '../../utils/domain/instant.ts';
import { startWorld, type World } from '../support/app-world.ts';

const DEVICE = 'http://192.168.0.1';
const ANOTHER = 'http://10.0.0.1:8080';

const MONTH = { monthly_rx_bytes: '1000', monthly_tx_bytes: '24', data_volume_limit_switch: '0' };

interface Home extends World {
  /** of each request: the device, and whether it had its Referer then */
  heard: [string, boolean][];
}

/** A world with devices that tell their counters to whoever comes with their Referer. */
async function startHome(): Promise<Home> {
  const world = await startWorld();
  const heard: Home['heard'] = [];
  world.network.fetch = async (input) => {
    const { origin } = new URL(String(input));
    heard.push([origin, world.referers.has(origin)]);
    return Response.json(world.referers.has(origin) ? MONTH : { result: 'failure' });
  };
  return { ...world, heard };
}

const draft = (address: string, providerId = 'zte-goform'): Draft => ({
  ...{ providerId, kind: 'data-card', name: 'MiFi', fields: { address } },
  ...{ secrets: {}, signInId: null, secretFrom: null },
});

const add = async ({ command }: World, address: string) =>
  (await command['add-line']({ draft: draft(address), topUpUrl: null, confirmedHosts: [] })).lineId;

const kept = ({ referers }: World) => [...referers].toSorted();

describe('the Referer that a device wants', () => {
  it('is there while a line is tried, and goes where the line is not kept', async () => {
    const home = await startHome();
    const { reading } = await home.command['try-line']({ draft: draft('192.168.0.1') });
    expect(reading.buckets[0]?.used).toBe(1024);
    expect(home.heard).toEqual([[DEVICE, true]]);
    expect(kept(home)).toEqual([]);
  });

  it('comes with the line and goes with it', async () => {
    const home = await startHome();
    const lineId = await add(home, '192.168.0.1');
    expect(kept(home)).toEqual([DEVICE]);
    await home.command['try-line']({ draft: draft('10.0.0.1:8080') });
    expect(kept(home)).toEqual([DEVICE]);
    await home.command['remove-line']({ lineId, keepReceipts: false });
    expect(kept(home)).toEqual([]);
  });

  it('stays for another line of the same device', async () => {
    const home = await startHome();
    const [lineId] = [await add(home, '192.168.0.1'), await add(home, 'http://192.168.0.1/index.html')];
    await home.command['remove-line']({ lineId, keepReceipts: false });
    expect(kept(home)).toEqual([DEVICE]);
  });

  it('moves with a line that gets another address, and not before that was read', async () => {
    const home = await startHome();
    const lineId = await add(home, '192.168.0.1');
    const { fetch } = home.network;
    home.network.fetch = () => Promise.reject(new TypeError('no connection'));
    const move = () => home.command['replace-line']({ lineId, draft: draft('10.0.0.1:8080') });
    await expect(move()).rejects.toMatchObject({ kind: 'offline' });
    expect(kept(home)).toEqual([DEVICE]);
    home.network.fetch = fetch;
    await move();
    expect(kept(home)).toEqual([ANOTHER]);
  });

  it('goes when the person takes the host away, and comes back with it', async () => {
    const home = await startHome();
    await add(home, '192.168.0.1');
    home.withheld.add(DEVICE);
    await reviewAccess(home.deps);
    expect(kept(home)).toEqual([]);
    home.withheld.clear();
    await reviewAccess(home.deps);
    expect(kept(home)).toEqual([DEVICE]);
  });

  it('goes when everything is erased', async () => {
    const home = await startHome();
    for (const address of ['192.168.0.1', '10.0.0.1:8080']) await add(home, address);
    expect(kept(home)).toEqual([ANOTHER, DEVICE]);
    await home.command['erase-all']({});
    expect(kept(home)).toEqual([]);
  });

  it('is laid down anew after the browser forgot it, and one of a background that died goes at the start', async () => {
    const home = await startHome();
    await add(home, '192.168.0.1');
    home.referers.clear();
    home.referers.add(ANOTHER);
    await start(home.deps);
    expect(kept(home)).toEqual([]);
    await home.pass(3 * HOUR);
    await pollDue(home.deps);
    expect(home.heard.every(([, had]) => had)).toBe(true);
    expect(kept(home)).toEqual([DEVICE]);
  });

  it('is never given to who does not want it', async () => {
    const home = await startHome();
    const tried = home.command['try-line']({ draft: draft('192.168.8.1', 'huawei-hilink') });
    await expect(tried).rejects.toMatchObject({ kind: 'unreadable' });
    expect(home.heard).toEqual([['http://192.168.8.1', false]]);
  });
});
