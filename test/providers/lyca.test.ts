import { describe, expect, it } from 'vitest';
import { ownLink } from '../../utils/domain/checkout-host.ts';
import { FieldError } from '../../utils/providers/contract.ts';
import { lyca } from '../../utils/providers/lyca.ts';
import { LYCA_HOSTS } from '../../utils/providers/standards/lyca-sites.ts';
import { failureOf, NOW } from '../support/carrier.ts';
import { contextFor } from '../support/replay.ts';

const BRITISH = 'www.lycamobile.co.uk';
const SPANISH = 'www.lycamobile.es';
const UNASKED = contextFor({ request: () => Promise.reject(new Error('asked')) }, NOW);

describe('a shop of Lyca Mobile', () => {
  it.each(LYCA_HOSTS)(
    '%s: one origin is asked for, and its own pages are for signing in and paying',
    async (site) => {
      expect(lyca.origins({ site })).toEqual([`https://${site}`]);
      const links = [lyca.sessionUrl?.({ site }), lyca.topUpUrl?.({ site })];
      for (const link of links) expect(ownLink(link ?? '')).toMatchObject({ ok: true, host: site });
      expect(await lyca.help?.({ site }, UNASKED)).toMatchObject({
        officialHosts: [site],
        checkoutHosts: [],
      });
    },
  );

  it('has its quick top-up in Britain, and Spanish pages in Spain', () => {
    expect(lyca.topUpUrl?.({ site: BRITISH })).toBe(`https://${BRITISH}/en/quick-top-up/`);
    expect(lyca.topUpUrl?.({ site: SPANISH })).toBe(`https://${SPANISH}/`);
    expect(lyca.sessionUrl?.({ site: BRITISH })).toBe(`https://${BRITISH}/en/my-account/`);
    expect(lyca.sessionUrl?.({ site: SPANISH })).toBe(`https://${SPANISH}/es/my-account/`);
  });

  it('has known terms in Britain alone', () => {
    expect(LYCA_HOSTS.filter((site) => lyca.lapseDays?.({ site }) !== null)).toEqual([BRITISH]);
    expect(lyca.lapseDays?.({ site: BRITISH })).toBe(90);
  });

  it.each([
    '',
    'lycamobile.co.uk',
    'www.lycamobile.co.uk.evil.example',
    'evil.example',
    '__proto__',
    'constructor',
  ])('"%s" is none of them: nothing is asked for, opened or read there', async (site) => {
    expect(() => lyca.origins({ site })).toThrow(new FieldError('site', 'unknown-host'));
    expect(lyca.sessionUrl?.({ site })).toBeNull();
    expect(lyca.topUpUrl?.({ site })).toBeNull();
    expect((await failureOf(lyca.read({ site }, UNASKED))).kind).toBe('unreadable');
  });

  it('a password without its number cannot sign in, and is refused where it is typed', () => {
    const typed = { site: BRITISH, password: 'x' };
    expect(() => lyca.origins(typed)).toThrow(new FieldError('number', 'missing'));
    expect(lyca.origins({ ...typed, number: '447700900123' })).toEqual([`https://${BRITISH}`]);
  });
});
