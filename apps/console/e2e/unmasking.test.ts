import { gateScene } from '@amaan/cli/testing/gate-scene';
import { startDemo, type TestDemo } from '@amaan/cli/testing/start-demo';
import type { Deployment } from '@amaan/cli/up/deployment';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ConsoleBrowser,
  chromiumPath,
  type PageOptions,
  proveIdentity,
  screenshot,
  signIn,
} from './browser.ts';

const REASON = 'Whether it is the van of the report shows only on the open picture.';
const name = chromiumPath
  ? 'masked evidence, un-masked by one person and by two'
  : 'masked evidence, un-masked by one person and by two (needs Chromium: apt-get install chromium)';

/** The whole of it: a real worker, the real redactor with its models and permit, and two browsers. */
describe.skipIf(!chromiumPath)(name, () => {
  let demo: TestDemo;
  let deployment: Deployment;
  let browser: ConsoleBrowser;
  let supervisor: Page;
  let investigator: Page;
  let cameraPage: string;
  let alertPage: string;
  let rulePath: string;

  const post = async (path: string, body: object): Promise<{ id: string }> => {
    const answer = await fetch(`${deployment.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${deployment.localToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(answer.ok, await answer.clone().text()).toBe(true);
    return (await answer.json()) as { id: string };
  };
  type Role = 'supervisor' | 'investigator';
  const account = (role: Role) => deployment.demoAccounts.find((one) => one.role === role)!;
  const prove = (page: Page, role: Role) => proveIdentity(page, account(role).password);
  const signedIn = async (role: Role, options: PageOptions = {}): Promise<Page> => {
    const page = await browser.open(options);
    await signIn(page, account(role));
    return page;
  };

  beforeAll(async () => {
    // One picture a day by oneself, so that the next wants a second person.
    process.env.AMAAN_UNMASK_ALONE_MINUTES = '1';
    const gate = await gateScene();
    demo = await startDemo();
    deployment = demo.deployment;
    browser = await ConsoleBrowser.launch(deployment.url);
    const camera = await post('/api/cameras', { name: 'Gate', url: gate.file });
    cameraPage = `/cameras/${camera.id}`;
    const rule = await post(`/api/cameras/${camera.id}/rules`, {
      kind: 'line',
      name: 'Past the barrier',
      priority: 'high',
      line: [
        [0.03, 0.62],
        [0.97, 0.62],
      ],
    });
    rulePath = `/api/cameras/${camera.id}/rules/${rule.id}`;
  }, 400_000);

  afterAll(async () => {
    delete process.env.AMAAN_UNMASK_ALONE_MINUTES;
    await browser?.[Symbol.asyncDispose]();
    await demo?.[Symbol.asyncDispose]();
  });

  const evidence = (page: Page) => page.locator('section[aria-label="Evidence"]');
  /** The picture that is shown, once it is: its address, and that it has pixels. */
  const shownPicture = async (page: Page): Promise<string> => {
    const picture = evidence(page).locator('img:not([hidden])').first();
    await picture.waitFor({ timeout: 90_000 });
    await expect
      .poll(() => picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth), {
        timeout: 90_000,
      })
      .toBeGreaterThan(0);
    return (await picture.getAttribute('src')) ?? '';
  };

  test('a supervisor sees the picture of an alert masked, and says so', async () => {
    supervisor = await signedIn('supervisor');
    await supervisor.goto('/operations');
    await supervisor.locator('li[id^="alert-"]').first().click({ timeout: 180_000 });
    await supervisor.getByRole('heading', { name: 'Past the barrier' }).first().waitFor();
    alertPage = new URL(supervisor.url()).pathname + new URL(supervisor.url()).search;
    expect(await shownPicture(supervisor)).not.toContain('view=original');
    await evidence(supervisor).getByText('Masked', { exact: true }).waitFor();
    await screenshot(supervisor, 'unmasking-masked');
  }, 300_000);

  test('an investigator sees one picture un-masked at once, with a frame and an end', async () => {
    investigator = await signedIn('investigator');
    await investigator.goto(alertPage);
    await investigator
      .getByRole('button', { name: /purpose/i })
      .first()
      .click();
    await investigator.getByRole('dialog').getByRole('textbox').last().fill('Report 12/26 of a theft.');
    await investigator.getByRole('dialog').locator('button[type=submit]').click();
    await investigator.getByRole('heading', { name: 'Past the barrier' }).first().waitFor();
    await shownPicture(investigator);
    await evidence(investigator).getByRole('button', { name: 'See un-masked' }).click();
    const dialog = investigator.getByRole('dialog');
    await dialog.getByText('It opens at once').waitFor();
    await dialog.getByRole('button', { name: 'See un-masked' }).click();
    await dialog.getByText('Say it in at least 20 letters.').waitFor();
    await dialog.getByLabel('Why the masked picture is not enough').fill(REASON);
    await screenshot(investigator, 'unmasking-dialog');
    await dialog.getByRole('button', { name: 'See un-masked' }).click();
    await prove(investigator, 'investigator');
    await evidence(investigator)
      .getByText(/^Un-masked until/)
      .waitFor();
    expect(await shownPicture(investigator)).toContain('view=original');
    await screenshot(investigator, 'unmasking-open');
    await evidence(investigator).getByRole('button', { name: 'End now' }).click();
    await evidence(investigator).getByText('Masked', { exact: true }).waitFor();
    expect(await shownPicture(investigator)).not.toContain('view=original');
  }, 180_000);

  test('the clip waits for a second person, and the page is told when it opens', async () => {
    await investigator.getByText('Clip', { exact: true }).click();
    await evidence(investigator).locator('video:not([hidden])').waitFor({ timeout: 120_000 });
    // Pictures and clips of further alerts would be masked all the while, and nobody here looks at them.
    const removed = await supervisor.request.delete(rulePath, { headers: { origin: deployment.url } });
    expect(removed.ok(), await removed.text()).toBe(true);
    await evidence(investigator).getByRole('button', { name: 'See un-masked' }).click();
    const dialog = investigator.getByRole('dialog');
    await dialog.getByText('a second person must approve it').waitFor();
    await dialog.getByLabel('Why the masked picture is not enough').fill(REASON);
    await screenshot(investigator, 'unmasking-dialog-second-person');
    await dialog.getByRole('button', { name: 'Ask for approval' }).click();
    await evidence(investigator).getByText('Waits for a second person').waitFor();

    await supervisor.goto('/cases/unmaskings');
    await supervisor.getByRole('link', { name: /Clip of .*Gate/ }).click();
    await supervisor.getByText(REASON).waitFor();
    for (const [language, theme, width] of [
      ['en', 'dark', 1440],
      ['en', 'light', 1440],
      ['ur', 'light', 1440],
      ['ur', 'dark', 390],
    ] as const) {
      const other = await signedIn('supervisor', { language, theme, width });
      await other.goto(new URL(supervisor.url()).pathname + new URL(supervisor.url()).search);
      await other.getByText(REASON).waitFor();
      const overflow = await other.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      expect(overflow, 'the page is wider than its window').toBeLessThanOrEqual(0);
      await screenshot(other, `unmaskings-${language}-${theme}-${width}`);
      await other.goto(alertPage);
      await other.locator('article img:not([hidden])').first().waitFor({ timeout: 60_000 });
      await screenshot(other, `unmasking-alert-${language}-${theme}-${width}`);
      await other.context().close();
    }
    await supervisor.getByRole('button', { name: 'Approve' }).click();
    await supervisor.getByRole('dialog').getByLabel('Note').fill('The van decides it.');
    await supervisor.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await prove(supervisor, 'supervisor');
    await supervisor.getByText('Un-masked now').first().waitFor();

    // Nothing is reloaded: the page of who asked is told.
    await evidence(investigator)
      .getByRole('button', { name: /^Show the original/ })
      .click();
    await evidence(investigator)
      .getByText(/^Un-masked until/)
      .waitFor();
    const clip = evidence(investigator).locator('video:not([hidden])');
    await expect.poll(() => clip.getAttribute('src'), { timeout: 30_000 }).toContain('original');
    await screenshot(investigator, 'unmasking-clip-open');
    await supervisor.getByRole('button', { name: 'End now' }).click();
    await supervisor.getByRole('dialog').getByLabel('Note').fill('Seen enough.');
    await supervisor.getByRole('dialog').getByRole('button', { name: 'End now' }).click();
    await evidence(investigator).getByText('Masked', { exact: true }).waitFor();
  }, 300_000);

  test('a supervisor asks for a camera’s open view, which another supervisor would have to approve', async () => {
    await supervisor.goto(cameraPage);
    await supervisor.getByRole('button', { name: 'See un-masked for some minutes' }).click();
    const dialog = supervisor.getByRole('dialog');
    await dialog.getByLabel('Minutes from now').fill('30');
    await dialog.getByLabel('Why the masked picture is not enough').fill(REASON);
    await screenshot(supervisor, 'unmasking-live-dialog');
    await dialog.getByRole('button', { name: 'Ask for approval' }).click();
    await supervisor.getByText('Waits for a second person').first().click();
    await supervisor.getByText('somebody else decides').waitFor();
    expect(await supervisor.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    await screenshot(supervisor, 'unmasking-live-waits');
  }, 120_000);

  test('no page threw an error and nothing was asked of another host', () => {
    expect(browser.complaints).toEqual([]);
  });
});
