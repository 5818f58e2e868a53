import { describe, expect, it } from 'vitest';
import { isLocalHost } from '../../utils/domain/local-host.ts';

/** As an address writes it: every spelling of one has become the same. */
const hostOf = (typed: string) => new URL(`http://${typed}`).hostname;

describe('a host of the own network', () => {
  it.each([
    'localhost',
    '127.0.0.1',
    '127.255.0.9',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.254',
    '192.168.8.1',
    '169.254.1.1',
    '[::1]',
    '[fd12:3456::1]',
    '[fcff::]',
    '[fe80::1]',
    '[febf::1]',
    'mifi.local',
    'my.router.local',
    // The same addresses, spelled in other ways.
    '0xC0.0xA8.8.1',
    '3232237569',
    '192.168.8.1.',
    '[FE80:0:0:0:0:0:0:1]',
    'MIFI.LOCAL',
  ])('is %s', (typed) => expect(isLocalHost(hostOf(typed))).toBe(true));

  it.each([
    'router.example',
    '8.8.8.8',
    '11.0.0.1',
    '172.15.0.1',
    '172.32.0.1',
    '192.169.0.1',
    '169.253.0.1',
    '100.64.0.1',
    '0.0.0.0',
    '010.0.0.1',
    '134744072',
    '[::]',
    '[2001:db8::1]',
    '[::ffff:192.168.8.1]',
    '[fec0::1]',
    '[fb00::1]',
    'local',
    'local.example',
    'mifi.local.example',
    'mifi-local',
    '192.168.8.1.example',
    '10.0.0.1.nip.example',
    'localhost.example',
    'router',
  ])('is not %s', (typed) => expect(isLocalHost(hostOf(typed))).toBe(false));
});
