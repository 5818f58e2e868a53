import type { MessageKey } from '../../domain/words.ts';
import type { Provider } from '../contract.ts';
import { deviceOrigin } from './addresses.ts';
import { field } from './fields.ts';

const DEVICE = {
  defaultKind: 'data-card',
  signIn: 'none',
  documentationUrl: '',
  network: 'local',
  minPollMinutes: 0,
  experimental: false,
  spendsMoney: false,
  // A device keeps in a cookie that its owner has signed in on its page.
  cookies: true,
  hostPatterns: ['http://*/*'],
} as const satisfies Partial<Provider>;

/**
 * What all devices on the local network have in common: they are asked by their address, without a key. A line
 * without an address is at the `usual` one.
 */
export function device(usual: string, help: MessageKey) {
  const address = { name: 'address', label: 'fieldDeviceAddressLabel' } as const;
  return {
    ...DEVICE,
    fields: [field({ ...address, help, initial: usual, example: usual })],
    origins: (line) => [deviceOrigin(line.address?.trim() || usual, 'address')],
  } satisfies Partial<Provider>;
}
