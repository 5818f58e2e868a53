import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { built } from '../../support/packages.ts';
import { BUILT_FOR } from '../../support/run/builds.ts';
import { EXPLAINED, lint } from '../../support/run/lint-firefox.ts';

const versionOf = (text: string) => Number.parseInt(text, 10);

function gecko() {
  const { browser_specific_settings: settings } = built('firefox').manifest;
  if (!settings) throw new Error('the manifest for Firefox says nothing to Firefox');
  return settings;
}

describe.each(BUILT_FOR)('the manifest for %s', (browser) => {
  it('I14: asks for these permissions, no host at installation, and hosts only when the person adds a line', () => {
    const { manifest } = built(browser);
    const asking = Object.entries(manifest).filter(([field]) => field.includes('permissions'));
    const everywhere = [
      'alarms',
      'contextMenus',
      'declarativeNetRequestWithHostAccess',
      'identity',
      'notifications',
      'storage',
      'unlimitedStorage',
    ];
    expect(Object.fromEntries(asking)).toEqual({
      permissions: browser === 'chrome' ? [...everywhere, 'offscreen'] : everywhere,
      optional_host_permissions: ['https://*/*', 'http://*/*'],
    });
  });

  it('leaves the pages of the browser itself as they are', () => {
    const { manifest } = built(browser);
    for (const field of ['chrome_url_overrides', 'chrome_settings_overrides', 'devtools_page'])
      expect(manifest, field).not.toHaveProperty(field);
  });

  it('I14: gives pages of the web no way in', () => {
    const { manifest } = built(browser);
    for (const field of ['content_scripts', 'externally_connectable', 'web_accessible_resources', 'sandbox'])
      expect(manifest, field).not.toHaveProperty(field);
    expect(manifest.incognito).toBe('spanning');
  });

  it('I07: allows scripts of the package alone, and pages hold none themselves', () => {
    const { files, text, manifest } = built(browser);
    const { extension_pages: policy } = manifest.content_security_policy;
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).not.toMatch(/unsafe|script-src[^;]*(?:https?:|\*|data:|blob:)/);
    const names = files.filter((file) => file.endsWith('.html'));
    // What needs a parser or a mapping is read in one that nobody sees.
    expect(names.toSorted()).toEqual(['history.html', 'options.html', 'popup.html', 'reader.html']);
    const pages = names.map(text);
    for (const page of pages) {
      expect(page).not.toMatch(
        /<script(?![^>]*\ssrc="\/)|\son\w+=|javascript:|(?:src|href)="(?:https?:)?\/\//i,
      );
    }
  });

  it('lets no script hand a string to a DOM sink, but through one policy that a single parser uses', () => {
    const { manifest, files, text } = built(browser);
    const { extension_pages: policy } = manifest.content_security_policy;
    expect(policy).toMatch(/; require-trusted-types-for 'script'; trusted-types inert-html;?$/);
    const scripts = files.filter((file) => file.endsWith('.js'));
    const makers = scripts.flatMap((file) => text(file).match(/\.createPolicy\(|\.parseFromString\(/g) ?? []);
    expect(makers.toSorted()).toEqual(['.createPolicy(', '.parseFromString(']);
  });
});

describe('what differs between the browsers', () => {
  it('I06: each manifest has one kind of background', () => {
    expect(built('chrome').manifest.background).toEqual({ service_worker: 'background.js' });
    expect(built('firefox').manifest.background).toEqual({ scripts: ['background.js'] });
  });

  it('I03: Firefox begins at a version that asks for optional hosts at run time', () => {
    expect(versionOf(gecko().gecko.strict_min_version)).toBeGreaterThanOrEqual(140);
    expect(versionOf(gecko().gecko_android.strict_min_version)).toBeGreaterThanOrEqual(142);
    expect(built('chrome').manifest).not.toHaveProperty('browser_specific_settings');
  });

  it('Firefox puts the button where its badge is seen', () => {
    expect(built('firefox').manifest.action).toMatchObject({ default_area: 'navbar' });
    expect(built('chrome').manifest.action).not.toHaveProperty('default_area');
  });

  it('I05: Firefox is told what data goes to the carrier, and its linter has nothing to say', async () => {
    expect(gecko().gecko.data_collection_permissions).toEqual({
      required: ['authenticationInfo', 'personallyIdentifyingInfo'],
    });
    const { bad, explained } = await lint(built('firefox').folder);
    expect(bad).toEqual([]);
    expect(explained.length).toBeLessThanOrEqual(EXPLAINED.length);
  }, 60_000);

  it('G08: the redirect address follows from a fixed id in Firefox, and from the store in Chromium', () => {
    const { id } = gecko().gecko;
    expect(id).toBe('data-balance@data-balance.example');
    const host = createHash('sha1').update(id).digest('hex');
    expect(`https://${host}.extensions.allizom.org/`).toBe(
      'https://5a6de3a982511142fdfe2534d77e5486e2253855.extensions.allizom.org/',
    );
    // A key would give every unpacked copy the published id; the store refuses a package that has one.
    for (const mode of ['production', 'e2e'] as const)
      expect(built('chrome', mode).manifest).not.toHaveProperty('key');
  });
});
