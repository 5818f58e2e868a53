import type { Page } from 'playwright-core';

export interface Scene {
  world: string;
  hash: string;
  /** what the person does before the picture is taken */
  act?: (page: Page) => Promise<void>;
}

const submit = (page: Page) => page.locator('form button[type="submit"]').last().click();
const openDanger = (page: Page) => page.locator('.card-danger .button-danger').click();

async function fillIn(page: Page): Promise<void> {
  await page.locator('#field-baseUrl').fill('https://api.carrier.example/v1');
  await page.locator('#field-token').fill('a-token-of-the-demo');
}

async function fillAndSubmit(page: Page): Promise<void> {
  await fillIn(page);
  await submit(page);
}

async function toLines(page: Page): Promise<void> {
  await fillAndSubmit(page);
  await page.locator('input[name="account-line"]').first().waitFor();
}

async function toFinish(page: Page): Promise<void> {
  await toLines(page);
  await submit(page);
  await page.locator('#new-name').waitFor();
}

async function toMap(page: Page): Promise<void> {
  await page.locator('#field-url').fill('https://api.northwind.example/v2/me/usage');
  await page.locator('#header-value-0').fill('Bearer a-key-of-the-demo');
  await submit(page);
  await page.locator('.tree').waitFor();
}

async function pick(page: Page, key: string): Promise<void> {
  await page.locator('.tree-item', { hasText: key }).first().click();
}

async function toPicked(page: Page): Promise<void> {
  await toMap(page);
  for (const key of ['left', 'size', 'ends']) {
    await pick(page, key);
    await page.locator('#map-role').waitFor();
    await submit(page);
  }
}

/** Every section and state of the options page. */
export const SCENES: Record<string, Scene> = {
  welcome: { world: 'empty', hash: '#lines' },
  lines: { world: 'some', hash: '#lines' },
  many: { world: 'many', hash: '#lines' },
  long: { world: 'long', hash: '#lines' },
  locked: { world: 'locked', hash: '#lines' },
  line: { world: 'some', hash: '#line/line-1' },
  'line-by-rule': { world: 'by-rule', hash: '#line/line-1' },
  'line-failed': { world: 'some', hash: '#line/line-3' },
  'line-hosts': { world: 'hosts', hash: '#line/line-1' },
  'line-long': { world: 'long', hash: '#line/line-1' },
  'line-gone': { world: 'some', hash: '#line/none' },
  'line-remove': { world: 'some', hash: '#line/line-1', act: openDanger },
  'line-wrong': {
    world: 'some',
    hash: '#line/line-2',
    act: async (page) => {
      await page.locator('#threshold-low').fill('100');
      await page.locator('#threshold-critical').fill('500');
      await page
        .locator('.card', { has: page.locator('#threshold-low') })
        .locator('[type=submit]')
        .click();
      await page.locator('#own-link').fill('https://www.carrier.example/top-up');
      await page
        .locator('.card', { has: page.locator('#own-link') })
        .locator('[type=submit]')
        .click();
    },
  },
  'sign-in': { world: 'some', hash: '#line/line-3/sign-in' },
  'sign-in-oauth': { world: 'some', hash: '#line/line-1/sign-in' },
  'hosts-open': { world: 'hosts-open', hash: '#line/line-1' },
  'top-up': { world: 'some', hash: '#top-up/line-1' },
  'top-up-pending': { world: 'pending', hash: '#top-up/line-1' },
  add: { world: 'some', hash: '#add' },
  'add-not-found': {
    world: 'some',
    hash: '#add',
    act: (page) => page.locator('#provider-query').fill('Zzyzx'),
  },
  'add-connect': { world: 'some', hash: '#add/account-api', act: fillIn },
  'add-spends': { world: 'open', hash: '#add/reseller' },
  'add-router': { world: 'some', hash: '#add/router' },
  'add-portal': { world: 'some', hash: '#add/portal' },
  'add-wrong': { world: 'some', hash: '#add/account-api', act: submit },
  'add-refused': {
    world: 'refused',
    hash: '#add/account-api',
    act: fillAndSubmit,
  },
  'add-failing': {
    world: 'failing',
    hash: '#add/account-api',
    act: fillAndSubmit,
  },
  'add-lines': { world: 'some', hash: '#add/account-api', act: toLines },
  'add-finish': { world: 'some', hash: '#add/account-api', act: toFinish },
  'map-request': { world: 'some', hash: '#add/custom-json' },
  'map-wrong': {
    world: 'some',
    hash: '#add/custom-json',
    act: async (page) => {
      await page.locator('#field-url').fill('https://api.northwind.example/v2/usage?api_key=1');
      await submit(page);
    },
  },
  'map-refused': {
    world: 'failing',
    hash: '#add/custom-json',
    act: async (page) => {
      await page.locator('#field-url').fill('https://api.northwind.example/v2/usage');
      await submit(page);
    },
  },
  'map-answer': { world: 'some', hash: '#add/custom-json', act: toMap },
  'map-unit': {
    world: 'some',
    hash: '#add/custom-json',
    act: async (page) => {
      await toMap(page);
      await pick(page, 'points');
    },
  },
  'map-picked': { world: 'some', hash: '#add/custom-json', act: toPicked },
  'map-contradiction': {
    world: 'some',
    hash: '#add/custom-json',
    act: async (page) => {
      await toMap(page);
      await pick(page, 'tariff');
      await page.locator('#map-role').selectOption('remaining');
      await page.locator('#map-unit').selectOption('MB');
      await submit(page);
    },
  },
  alerts: { world: 'some', hash: '#alerts', act: (page) => page.locator('#quiet-on').check() },
  appearance: { world: 'some', hash: '#appearance' },
  data: { world: 'some', hash: '#data', act: (page) => page.locator('[data-diagnostics]').click() },
  'data-open': { world: 'open', hash: '#data' },
  'data-locked': { world: 'locked', hash: '#data' },
  'data-erase': { world: 'some', hash: '#data', act: openDanger },
  about: { world: 'some', hash: '#about' },
};
