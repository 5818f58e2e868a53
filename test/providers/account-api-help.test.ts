import { describe, expect, it } from 'vitest';
import { accountApi } from '../../utils/providers/account-api.ts';
import { asked, contextWith, failureOf, LINE } from '../support/carrier.ts';

const SUPPORT = {
  phone: '+372 555 0100',
  email: 'help@nordtel.example',
  chatUrl: 'https://chat.nordtel.example/',
};
const HELP = {
  support: SUPPORT,
  storesUrl: 'https://www.nordtel.example/stores',
  kiosksUrl: 'http://www.nordtel.example/kiosks',
  accountUrl: 'https://my.nordtel.example/',
  termsUrl: 'javascript:alert(1)',
  officialHosts: ['nordtel.example', 'WWW.nordtel.example', 'nordtel.example'],
  checkoutHosts: [
    'pay.nordtel.example',
    'https://evil.example',
    'pay.nordtel.example/x',
    'a b',
    'user@evil.example',
    'pay.nordtel.example:8443',
  ],
};

describe('where a person finds help', () => {
  it('only https pages and plain host names are passed on', async () => {
    expect(await accountApi.help?.(LINE, asked(HELP).context)).toEqual({
      ...HELP,
      kiosksUrl: null,
      termsUrl: null,
      officialHosts: ['nordtel.example', 'www.nordtel.example'],
      checkoutHosts: ['pay.nordtel.example', 'pay.nordtel.example:8443'],
    });
  });

  it('a carrier on this very computer may have its pages there, too', async () => {
    const line = { ...LINE, baseUrl: 'http://127.0.0.1:4010/v1' };
    const pages = { storesUrl: 'http://127.0.0.1:4010/stores', accountUrl: 'http://nordtel.example/' };
    const told = await accountApi.help?.(line, asked({ ...HELP, ...pages }, line).context);
    expect(told).toMatchObject({ storesUrl: 'http://127.0.0.1:4010/stores', accountUrl: null });
  });

  it.each([{}, { ...HELP, checkoutHosts: null }, { ...HELP, support: null }, []])(
    '%j in its place is unreadable',
    async (answer) => {
      expect((await failureOf(Promise.resolve(accountApi.help?.(LINE, asked(answer).context)))).kind).toBe(
        'unreadable',
      );
    },
  );

  it('a page in its place is a network login', async () => {
    const context = contextWith(() => new Response('<html>'));
    expect((await failureOf(Promise.resolve(accountApi.help?.(LINE, context)))).kind).toBe('intercepted');
  });
});
