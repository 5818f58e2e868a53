import type { Help } from '../../domain/offers.ts';

/** What is known for sure of a carrier that tells nothing itself: the hosts that are its own. */
export function ownHosts(...officialHosts: string[]): Help {
  return {
    support: { phone: null, email: null, chatUrl: null },
    storesUrl: null,
    kiosksUrl: null,
    accountUrl: null,
    termsUrl: null,
    officialHosts,
    checkoutHosts: [],
  };
}
