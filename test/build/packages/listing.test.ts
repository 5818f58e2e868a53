import { describe, expect, it } from 'vitest';
import { built } from '../../support/packages.ts';
import { BUILT_FOR } from '../../support/run/builds.ts';
import { readSource } from '../../support/source-files.ts';

/** What the listings in the stores say, by what it is for. */
type Reasons = Record<string, string>;
const listing = JSON.parse(readSource('docs/listing.json')) as Record<
  'permissions' | 'chromiumOnly' | 'hostsOnRequest' | 'dataCollection',
  Reasons
>;

const TO_DO =
  'The package asks for other than the stores were told. Write down in docs/listing.json what each is for, or take it ' +
  'out there; put the same into the listings, and tell people in the notes of the release';

const { permissions, chromiumOnly, hostsOnRequest, dataCollection } = listing;
const namesOf = (...reasons: Reasons[]) => reasons.flatMap((each) => Object.keys(each)).toSorted();
const asked = (value: unknown) => ((value ?? []) as string[]).toSorted();

describe.each(BUILT_FOR)('what the stores were told of the package for %s', (browser) => {
  it('I13: is every permission that it has or may ask for', () => {
    const { manifest } = built(browser);
    const own = browser === 'chrome' ? [permissions, chromiumOnly] : [permissions];
    expect(asked(manifest.permissions), TO_DO).toEqual(namesOf(...own));
    const later = [manifest.optional_permissions, manifest.optional_host_permissions].flatMap(asked);
    expect(later.toSorted(), TO_DO).toEqual(namesOf(hostsOnRequest));
    expect(asked(manifest.host_permissions), TO_DO).toEqual([]);
  });
});

it('I13: Firefox is told every datum that leaves the device', () => {
  const { browser_specific_settings: settings } = built('firefox').manifest;
  const { required, ...others } = settings?.gecko.data_collection_permissions ?? { required: [] };
  expect(asked(required), TO_DO).toEqual(namesOf(dataCollection));
  expect(others, TO_DO).toEqual({});
});

it('I13: each of them is told with what it is for', () => {
  const reasons = Object.values(listing).filter((part) => typeof part === 'object');
  for (const [name, reason] of reasons.flatMap((part) => Object.entries(part)))
    expect(reason, name).toMatch(/^[A-Z].{20,}\.$/);
});
