import { consoleDist, prepareConsole } from '@amaan/cli/setup/prepare-console';
import { AuthenticatorApp } from '@amaan/server/testing/authenticator-app';
import { createPerson, type TestPerson } from '@amaan/server/testing/person';
import { startTestServer, type TestServer } from '@amaan/server/testing/start-test-server';
import { createTestDatabase } from '@amaan/store/test-database';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConsoleBrowser, chromiumPath, screenshot } from './browser.ts';

const name = chromiumPath
  ? 'proving who one is in the console'
  : 'proving who one is in the console (needs Chromium: apt-get install chromium)';

describe.skipIf(!chromiumPath)(name, () => {
  let server: TestServer;
  let browser: ConsoleBrowser;
  let person: TestPerson;
  let page: Page;

  beforeAll(async () => {
    await prepareConsole();
    server = await startTestServer(await createTestDatabase(), { consoleDir: consoleDist });
    person = await createPerson(server, 'administrator');
    const { port } = new URL(await server.app.listen({ host: '127.0.0.1', port: 0 }));
    // Passkeys belong to a name; a number has none.
    browser = await ConsoleBrowser.launch(`http://localhost:${port}`);
    page = await browser.open();
    await addAuthenticator(page);
  }, 400_000);

  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await server?.[Symbol.asyncDispose]();
    await server?.db.destroy();
  });

  const enterPassword = async () => {
    await page.goto('/sign-in');
    await page.locator('input[autocomplete=username]').fill(person.username);
    await page.locator('input[autocomplete=current-password]').fill(person.password);
    await page.locator('button[type=submit]').click();
  };
  const inside = () => page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  const signOut = async () => {
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForURL('**/sign-in**');
  };

  test('a sensitive change asks for the password again, and then goes on by itself', async () => {
    await enterPassword();
    await inside();
    await page.goto('/account');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    const naming = page.getByRole('dialog', { name: 'Add a passkey' });
    await naming.getByLabel('Name').fill('Test device');
    await naming.getByRole('button', { name: 'Add a passkey' }).click();
    const confirming = page.getByRole('dialog', { name: 'Confirm that it is you' });
    await confirming.locator('input[autocomplete=current-password]').fill('not the password');
    await confirming.getByRole('button', { name: 'Confirm' }).click();
    await confirming.getByText('PROOF_WRONG').waitFor();
    await screenshot(page, 'step-up-password');
    await confirming.locator('input[autocomplete=current-password]').fill(person.password);
    await confirming.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('heading', { name: 'Test device' }).waitFor();
  });

  test('a passkey lets in without a name, and confirms', async () => {
    await signOut();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await inside();
    await server.db.updateTable('session').set({ steppedUpAt: null }).execute();
    await page.goto('/account');
    await page.getByRole('button', { name: 'Set up' }).click();
    const confirming = page.getByRole('dialog', { name: 'Confirm that it is you' });
    await confirming.getByRole('button', { name: 'Confirm with a passkey' }).click();
    await page.getByRole('dialog', { name: 'Authenticator app' }).waitFor();
  });

  test('an authenticator app is set up from its key, and its recovery codes are shown once', async () => {
    const dialog = page.getByRole('dialog', { name: 'Authenticator app' });
    await dialog.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor();
    const app = new AuthenticatorApp((await dialog.locator('.mono').textContent()) ?? '');
    await screenshot(page, 'totp-set-up');
    await dialog.locator('input[autocomplete=one-time-code]').fill(app.code(Date.now()));
    await dialog.getByRole('button', { name: 'Turn on' }).click();
    const codes = page.getByRole('dialog', { name: 'Your recovery codes' });
    await codes.getByRole('listitem').nth(9).waitFor();
    expect(await codes.getByRole('listitem').count()).toBe(10);
    const [code] = await codes.getByRole('listitem').allTextContents();
    await codes.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByText('10 codes left').waitFor();
    await screenshot(page, 'account');

    await signOut();
    await enterPassword();
    await page.getByRole('heading', { name: 'One more step' }).waitFor();
    await screenshot(page, 'sign-in-second-step');
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await page.getByLabel('Recovery code').fill(code ?? '');
    await page.locator('button[type=submit]').click();
    await inside();
    await page.goto('/account');
    await page.getByText('9 codes left').waitFor();
  });

  test('a passkey is the second step as well', async () => {
    await signOut();
    await enterPassword();
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await inside();
  });

  test('a session that is ended elsewhere leads to the sign-in page', async () => {
    await page.goto('/account');
    await page.getByText('This session').waitFor();
    await server.services.sessions.revokeAll(person.id, person.id);
    await page.waitForURL('**/sign-in**');
    await page.getByText('Your session has ended').waitFor();
  });

  test('a passkey whose counter went backwards is refused', async () => {
    await server.db.updateTable('passkey').set({ counter: 1_000_000 }).execute();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByText('PASSKEY_REFUSED').waitFor();
    const entries = await server.db.selectFrom('ledger_entry').select('entry').execute();
    expect(entries.map(({ entry }) => JSON.parse(entry).kind)).toContain('passkey.counter-regressed');
  });

  test('no page threw an error and nothing was asked of another host', () => {
    expect(browser.complaints).toEqual([]);
  });
});

/** A device with a fingerprint reader, as Chromium's WebAuthn domain simulates it; its owner always agrees. */
async function addAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
