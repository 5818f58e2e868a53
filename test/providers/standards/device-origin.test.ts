import { describe, expect, it } from 'vitest';
import { FieldError } from '../../../utils/providers/contract.ts';
import { huaweiHilink } from '../../../utils/providers/huawei-hilink.ts';
import { deviceOrigin } from '../../../utils/providers/standards/addresses.ts';
import { zteGoform } from '../../../utils/providers/zte-goform.ts';

describe('the address of a device', () => {
  it.each([
    ['192.168.8.1', 'http://192.168.8.1'],
    [' 192.168.8.1/ ', 'http://192.168.8.1'],
    ['10.0.0.138:8080', 'http://10.0.0.138:8080'],
    ['http://192.168.0.1/index.html#home', 'http://192.168.0.1'],
    ['HTTP://MiFi.local:80/?x=1', 'http://mifi.local'],
    ['[fe80::1]', 'http://[fe80::1]'],
    ['localhost:4010', 'http://localhost:4010'],
  ])('%s leads to %s, and to one origin alone', (typed, origin) => {
    expect(deviceOrigin(typed, 'address')).toBe(origin);
    for (const { origins } of [huaweiHilink, zteGoform])
      expect(origins({ address: typed })).toEqual([origin]);
  });

  it.each([
    [undefined, 'missing'],
    ['  ', 'missing'],
    ['router.example', 'not-local'],
    ['8.8.8.8', 'not-local'],
    ['https://carrier.example', 'not-local'],
    ['192.168.8.1.evil.example', 'not-local'],
    ['http://evil.example/192.168.8.1', 'not-local'],
    ['http://192.168.8.1@evil.example', 'has-credentials'],
    ['http://admin:pw@192.168.8.1', 'has-credentials'],
    ['evil.example#@192.168.8.1', 'not-local'],
    ['evil.example\\.local', 'not-local'],
    ['https://192.168.8.1', 'malformed'],
    ['ftp://192.168.8.1', 'malformed'],
    ['javascript:alert(1)', 'malformed'],
    ['192.168.8.1:port', 'malformed'],
    ['192.168.8.999', 'malformed'],
  ] as const)('%s is refused as %s', (typed, problem) => {
    expect(() => deviceOrigin(typed, 'address')).toThrow(new FieldError('address', problem));
  });

  it('is refused where it comes from a file as well, before anything is asked', async () => {
    const request = () => Promise.reject(new Error('it was asked'));
    for (const provider of [huaweiHilink, zteGoform]) {
      const reading = provider.read({ address: 'evil.example' }, { http: { request } } as never);
      await expect(reading).rejects.toThrow(FieldError);
    }
  });
});
