import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportLedger } from '@amaan/cli/ledger/export-ledger';
import { verifyLedgerCommand } from '@amaan/cli/ledger/verify-ledger-command';
import { prepareConsole } from '@amaan/cli/setup/prepare-console';
import { prepareModels } from '@amaan/cli/setup/prepare-models';
import { gateScene } from '@amaan/cli/testing/gate-scene';
import { Deployment } from '@amaan/cli/up/deployment';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConsoleBrowser, chromiumPath, screenshot, signIn } from './browser.ts';

const NEW_PASSWORD = 'four words make it long';
const name = chromiumPath
  ? 'from a camera’s pictures to a recorded review'
  : 'from a camera’s pictures to a recorded review (needs Chromium: apt-get install chromium)';

describe.skipIf(!chromiumPath)(name, () => {
  let folder: string;
  let film: string;
  let deployment: Deployment;
  let browser: ConsoleBrowser;
  let page: Page;

  beforeAll(async () => {
    await prepareModels();
    await prepareConsole();
    folder = await mkdtemp(join(tmpdir(), 'amaan-e2e-'));
    const gate = await gateScene();
    film = gate.file;
    deployment = await Deployment.start({
      dataFolder: folder,
      host: '127.0.0.1',
      port: 0,
      databaseUrl: null,
      demo: true,
      log: () => {},
    });
    browser = await ConsoleBrowser.launch(deployment.url);
    page = await browser.open();
  }, 400_000);

  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await deployment?.[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  const supervisor = () => deployment.demoAccounts.find(({ role }) => role === 'supervisor')!;

  test('a wrong password is refused in words, the one-time password must be changed', async () => {
    const { username, password } = deployment.firstSignIn!;
    await page.goto('/');
    await page.locator('input[autocomplete=username]').fill(username);
    await page.locator('input[autocomplete=current-password]').fill('not the password');
    await page.locator('button[type=submit]').click();
    await page.getByText('User name or password is wrong').waitFor();
    await signIn(page, { username, password }, NEW_PASSWORD);
    expect(new URL(page.url()).pathname, 'an administrator sees no alerts').toBe('/cameras');
    expect(await page.getByRole('link', { name: /Operations/ }).count()).toBe(0);
  });

  test('a camera added in the browser says that its film is missing, and shows live pictures once mended', async () => {
    await page.goto('/cameras');
    await page.getByRole('button', { name: 'Add camera' }).first().click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Name').fill('Gate');
    await form.getByLabel('Address').fill('/nowhere/film.mp4');
    await form.locator('button[type=submit]').click();
    await page.waitForURL(/\/cameras\/[0-9a-f-]{36}/);
    await page.getByText('There is no file /nowhere/film.mp4').first().waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Edit camera' }).click();
    await form.getByLabel('Address').fill(film);
    await form.locator('button[type=submit]').click();
    await page.getByText('Your role sees no live pictures').waitFor();
    expect(await page.locator('video').count(), 'an administrator sees no pictures').toBe(0);
    const cameraPage = new URL(page.url()).pathname;
    page = await browser.open();
    await signIn(page, supervisor());
    expect(new URL(page.url()).pathname).toBe('/operations');
    await screenshot(page, 'operations-empty');
    await page.goto(cameraPage);
    // Not `waitForFunction`: the content security policy of the console forbids what it does.
    const playedSeconds = () => page.evaluate<number>("document.querySelector('video')?.currentTime ?? 0");
    await expect.poll(playedSeconds, { timeout: 60_000 }).toBeGreaterThan(1);
  }, 180_000);

  test('a line drawn over the picture raises an alert that comes without reloading', async () => {
    await page.getByRole('button', { name: 'Draw line' }).click();
    const canvas = page.getByLabel('Drawing area over the picture');
    const area = (await canvas.boundingBox())!;
    await canvas.click({ position: { x: area.width * 0.03, y: area.height * 0.62 } });
    await canvas.click({ position: { x: area.width * 0.97, y: area.height * 0.62 } });
    await page.getByLabel('Name', { exact: true }).fill('Past the barrier');
    await screenshot(page, 'camera-drawing');
    await page.getByRole('button', { name: 'Save rule' }).click();
    await page.getByText('Rule saved').waitFor();
    // The application is left as it is: what comes next comes by itself.
    await page.getByRole('link', { name: /Operations/ }).click();
    await page.locator('li[id^="alert-"]').first().waitFor({ timeout: 120_000 });
    await page.locator('li[id^="alert-"]').first().click();
    await page.getByRole('heading', { name: 'Past the barrier' }).first().waitFor();
  });

  test('the alert shows its picture and chain, and its ledger entries are proven in the browser', async () => {
    await page.locator('section[aria-label="Evidence"] img').first().waitFor({ timeout: 60_000 });
    for (const step of ['NanoDet-g 416', 'Demo decision']) await page.getByText(step).first().waitFor();
    await page.getByRole('link', { name: /^The whole chain/ }).click();
    await page.getByRole('button', { name: /^Verify all/ }).click();
    await page.getByText(/^All \d+ entries are in the ledger/).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Past the barrier' }).first().waitFor();
    for (const [language, theme, width] of [
      ['en', 'dark', 1440],
      ['ur', 'light', 1440],
      ['ur', 'dark', 390],
    ] as const) {
      const other = await browser.open({ language, theme, width });
      await signIn(other, supervisor());
      await other.goto(new URL(page.url()).pathname + new URL(page.url()).search);
      await other.locator('article h1').waitFor();
      expect(await other.locator('html').getAttribute('dir')).toBe(language === 'ur' ? 'rtl' : 'ltr');
      const overflow = await other.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      expect(overflow, 'the page is wider than its window').toBeLessThanOrEqual(0);
      await screenshot(other, `alert-${language}-${theme}-${width}`);
      await other.context().close();
    }
  }, 240_000);

  test('one alert is confirmed, another rejected with a reason, and neither can be decided twice', async () => {
    await page.keyboard.press('c');
    await page.getByText('Confirmed by').first().waitFor();
    const second = page.locator('li[id^="alert-"]').filter({ hasNotText: 'Confirmed' }).first();
    await second.waitFor({ timeout: 120_000 });
    await second.click();
    await page.getByRole('button', { name: /^Reject/ }).click();
    await page.getByText('Permitted activity').click();
    await page.getByText('Rejected by').first().waitFor();
    await screenshot(page, 'alert-rejected');
  });

  test('the ledger, exported, verifies offline', async () => {
    const file = join(folder, 'ledger.jsonl');
    await exportLedger(file, folder);
    await expect(verifyLedgerCommand(file, {})).resolves.toBeUndefined();
  });

  test('no page threw an error and nothing was asked of another host', () => {
    expect(browser.complaints).toEqual([]);
  });
});
