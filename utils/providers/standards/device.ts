import type { MessageKey } from '../../domain/words.ts';
import type { Field, Provider } from '../contract.ts';
import { deviceOrigin } from './addresses.ts';
import { field } from './fields.ts';

/** What all devices on the local network have in common: they are asked by their address, without a key. */
export const DEVICE = {
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
  origins: (line) => [deviceOrigin(line.address, 'address')],
} as const satisfies Partial<Provider>;

/** The field for a device's address. */
export function addressField(usual: string, help: MessageKey): Field {
  return field({
    name: 'address',
    label: 'fieldDeviceAddressLabel',
    help,
    initial: usual,
    example: usual,
  });
}
