import type { Field, Provider } from '../../../utils/providers/contract.ts';
import { providers } from '../../../utils/providers/registry.ts';
import { dialectsOf } from '../../sandbox/dialects/test-reading.ts';
import type { LineId } from '../../sandbox/vocabulary.ts';
import type { Page } from '../browsers/contract.ts';
import { command } from './commands.ts';
import { t } from './person.ts';
import type { Scene } from './scene.ts';

export function providerOf(id: string): Provider {
  const provider = providers.find((one) => one.id === id);
  if (!provider) throw new Error(`no provider ${id}`);
  return provider;
}

/** How the field is called in the form. */
function labelOf({ label, required }: Field): string {
  return required ? t(label) : t('addOptional', t(label));
}

type Typed = Readonly<Record<string, string>>;

/**
 * A person looks for a provider and fills in its form; where the key can spend money, or another network is needed,
 * that is read first. The browser's question for the host will be answered yes.
 */
export async function fillForm({ browser }: Scene, provider: Provider, typed: Typed): Promise<Page> {
  const page = await browser.openPage('options.html#add');
  await page.fill(t('addSearch'), provider.name);
  await page.click('link', new RegExp(`^${provider.name.replace(/[()]/g, '\\$&')}`));
  await page.find('button', t('addAllow'));
  if (provider.spendsMoney) await page.see(t('providerSpendsMoneyText'));
  if (provider.network === 'local') await page.see(t('providerLocalText'));
  if (provider.network === 'own-network') await page.see(t('providerOwnNetworkText'));
  for (const field of provider.fields) {
    const value = typed[field.name] ?? '';
    if (value !== '') await page.fill(labelOf(field), value);
  }
  for (const origin of provider.origins(typed)) await browser.allowWhenAsked(origin);
  return page;
}

/** Fills in the form, allows the host and saves the line under the provider's name. Answers the line's id. */
export async function addProvider(scene: Scene, provider: Provider, typed: Typed): Promise<string> {
  return saveLine(scene, await fillForm(scene, provider, typed), provider);
}

/** As `addProvider`, from where the form is filled in. */
export async function saveLine(scene: Scene, page: Page, provider: Provider): Promise<string> {
  await page.click('button', t('addAllow'));
  await page.see(t('addReadsTitle'));
  await page.fill(t('lineName'), provider.name);
  await page.click('button', t('addSave'));
  await page.see(t('addSaved', provider.name));
  await page.close();
  const { lines } = await command(scene.desk, 'state', {});
  const added = lines.find(({ name }) => name === provider.name);
  if (!added) throw new Error(`${provider.name} is not among the lines`);
  return added.id;
}

/** Connects a line of one of the sandbox's dialects as `addProvider` does, without the forms. Answers its id. */
export async function connectDialect(
  scene: Scene,
  id: string,
  line: LineId,
  typed: Typed = {},
): Promise<string> {
  const { browser, sandbox, desk } = scene;
  const provider = providerOf(id);
  const values = { ...dialectsOf(sandbox).fields(id, line), ...typed };
  for (const origin of provider.origins(values)) await browser.grantHost(origin);
  const pick = (secret: boolean) =>
    Object.fromEntries(
      provider.fields
        .filter((field) => field.secret === secret)
        .map(({ name }) => [name, values[name] ?? '']),
    );
  const draft = {
    providerId: id,
    kind: provider.defaultKind,
    name: provider.name,
    fields: pick(false),
    secrets: pick(true),
    signInId: null,
    secretFrom: null,
  };
  return (await command(desk, 'add-line', { draft, topUpUrl: null, confirmedHosts: [] })).lineId;
}
