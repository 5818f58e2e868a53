import { describe, expect, it } from 'vitest';
import { accountApi } from '../../utils/providers/account-api.ts';
import { FieldError } from '../../utils/providers/contract.ts';
import { LINE, ORIGIN } from '../support/carrier.ts';

function problemOf(line: Record<string, string>): string {
  try {
    return accountApi.origins(line).join();
  } catch (error) {
    if (error instanceof FieldError) return error.message;
    throw error;
  }
}

describe('what a person typed', () => {
  it.each([
    ['https://api.nordtel.example/v1', 'https://api.nordtel.example'],
    ['  https://API.nordtel.example:8443/v1/  ', 'https://api.nordtel.example:8443'],
    ['http://127.0.0.1:4010/v1', 'http://127.0.0.1:4010'],
    ['http://127.9.9.9/v1', 'http://127.9.9.9'],
    ['http://localhost:4010', 'http://localhost:4010'],
    ['http://[::1]:4010/v1', 'http://[::1]:4010'],
    ['', 'baseUrl: missing'],
    ['api.nordtel.example/v1', 'baseUrl: malformed'],
    ['ftp://api.nordtel.example', 'baseUrl: malformed'],
    ['javascript:alert(1)', 'baseUrl: malformed'],
    ['https://api.nordtel.example/v1?key=1', 'baseUrl: malformed'],
    ['https://api.nordtel.example/v1#x', 'baseUrl: malformed'],
    ['https://user:pw@api.nordtel.example/v1', 'baseUrl: has-credentials'],
  ])('the address "%s" comes to %s', (baseUrl, expected) => {
    expect(problemOf({ ...LINE, baseUrl })).toBe(expected);
  });

  it.each([
    'http://api.nordtel.example/v1',
    'http://192.168.8.1/v1',
    'http://10.0.0.1/v1',
    'http://127.0.0.1.evil.example/v1',
    'http://localhost.evil.example/v1',
    'http://0.0.0.0/v1',
    'http://[::2]/v1',
  ])('C15: %s would send the token unencrypted: refused, with the field it stands in', (baseUrl) => {
    expect(problemOf({ ...LINE, baseUrl })).toBe('baseUrl: not-https');
  });

  it('a token that no header can hold, and an id that climbs out of its path, are pointed at', () => {
    expect(problemOf({ ...LINE, token: 'two words' })).toBe('token: malformed');
    expect(problemOf({ ...LINE, token: 'цифры' })).toBe('token: malformed');
    expect(problemOf({ ...LINE, line: '..' })).toBe('line: malformed');
    expect(problemOf({ ...LINE, token: '' })).toBe(ORIGIN);
  });

  it('the issuer of a sign-in is the origin of the base address', () => {
    expect(accountApi.oauth?.(LINE)).toEqual({ issuer: ORIGIN, clientId: 'data-balance', scope: '' });
  });
});
