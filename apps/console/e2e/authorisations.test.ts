import { prepareConsole } from '@amaan/cli/setup/prepare-console';
import type { Database } from '@amaan/store/open-database';
import { createTestDatabase } from '@amaan/store/test-database';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConsoleBrowser, chromiumPath, proveIdentity, screenshot, withChromium } from './browser.ts';
import { FaceRoom } from './face-room.ts';
import type { RoomPerson } from './room-person.ts';

const CALM = 'Armed robbery, FIR 112/26';
const URGENT = 'Abduction of a child, FIR 113/26';

describe.skipIf(!chromiumPath)(withChromium('an authorisation, from the request to its end'), () => {
  let db: Database;
  let room: FaceRoom;
  let browser: ConsoleBrowser;
  let asker: RoomPerson;
  let approver: RoomPerson;
  let asking: Page;
  let deciding: Page;

  beforeAll(async () => {
    await prepareConsole();
    db = await createTestDatabase();
    room = await FaceRoom.open(db);
    browser = await ConsoleBrowser.launch(room.url);
    asker = await room.addInvestigator('Omar Farooq');
    approver = await room.addPerson('supervisor', 'Amina Shah');
    const place = '/faces/authorisations';
    asking = await room.enter(browser, asker, place);
    deciding = await room.enter(browser, approver, place);
    await room.forgetProofs();
  }, 400_000);

  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await room?.[Symbol.asyncDispose]();
    await db?.destroy();
  });

  const card = (page: Page, about: string) => page.getByRole('link', { name: about });
  const heading = (page: Page, about: string) => page.getByRole('heading', { name: about });
  /** Shows what waits, what is in force, or what has ended. */
  async function show(page: Page, view: string): Promise<void> {
    await page.getByRole('radiogroup', { name: 'Show' }).getByText(view, { exact: true }).click();
  }

  /** Everything that a request says, but for how urgent it is. */
  async function fillIn(about: string) {
    const form = asking.getByRole('dialog', { name: 'Ask for an authorisation' });
    await form.getByLabel('Case').click();
    await asking.getByRole('option', { name: /Robbery of a bank/ }).click();
    await form.getByLabel('Which offence').fill(about);
    await form.getByLabel('Legal basis').fill('Code of Criminal Procedure, section 54');
    await form.getByLabel('Why it is needed').fill('They fled through the market and are armed');
    await form.getByLabel('Cameras', { exact: true }).click();
    await asking.getByRole('option', { name: 'Market gate' }).click();
    await form.getByLabel('Watchlist').click();
    await asking.getByRole('option', { name: /^Wanted \(reviewed\)/ }).click();
    return form;
  }

  test('an investigator says first for which case lists are read', async () => {
    await asking.getByRole('button', { name: 'Ask for one' }).click();
    const dialog = asking.getByRole('dialog', { name: 'What do you read this for?' });
    await dialog.getByLabel('In your words').fill('The robbery of the bank');
    await dialog.getByRole('button', { name: 'Record and go on' }).click();
    await asking.getByRole('dialog', { name: 'Ask for an authorisation' }).waitFor();
  });

  test('what is missing is said before anything is sent', async () => {
    const form = await fillIn(CALM);
    await form.getByLabel('Why it is needed').fill('Too short');
    await form.getByRole('button', { name: 'Send to a second person' }).click();
    await form.getByText('At least twenty letters.', { exact: true }).waitFor();
    await form.getByLabel('Why it is needed').fill('They fled through the market and are armed');
    await screenshot(asking, 'authorisation-asked');
    await form.getByRole('button', { name: 'Send to a second person' }).click();
    await form.waitFor({ state: 'detached' });
    await heading(asking, CALM).waitFor();
  });

  test('it appears to the supervisor by itself, who proves who they are and approves with a reason', async () => {
    await card(deciding, CALM).click();
    await deciding.getByRole('button', { name: 'Approve' }).click();
    const dialog = deciding.getByRole('dialog', { name: 'Approve this search?' });
    await dialog.getByRole('button', { name: 'Approve' }).click();
    await dialog.getByText('Say why in a few words.').waitFor();
    await dialog.getByLabel('Why').fill('Looked at the case; the place is narrow');
    await dialog.getByRole('button', { name: 'Approve' }).click();
    await proveIdentity(deciding, approver.newPassword);
    await dialog.waitFor({ state: 'detached' });
    await deciding.getByText('Looked at the case; the place is narrow').waitFor();
    // Whoever asked is told by itself.
    await asking.getByText('Looked at the case; the place is narrow').waitFor();
    await screenshot(deciding, 'authorisation-approved');
  });

  test('an urgent one names its price, asks who one is, and is in force at once', async () => {
    await asking.getByRole('button', { name: 'Ask for one' }).click();
    const form = await fillIn(URGENT);
    await form.getByRole('switch', { name: 'It cannot wait: begin at once' }).check();
    await form.getByText('everything that it found is deleted for good').waitFor();
    await form.getByRole('button', { name: 'Begin at once' }).click();
    await proveIdentity(asking, asker.newPassword);
    await form.waitFor({ state: 'detached' });
    await heading(asking, URGENT).waitFor();
    await asking
      .getByText(/ends in .* unless a second person approves/)
      .first()
      .waitFor();
  });

  test('refused, it ends at once with what it found', async () => {
    // It stands first among what waits, since it runs already.
    await card(deciding, URGENT).click();
    await deciding.getByText('It runs already.').waitFor();
    await deciding.getByRole('button', { name: 'Refuse' }).click();
    const dialog = deciding.getByRole('dialog', { name: 'Refuse this search?' });
    await dialog.getByLabel('Why').fill('The family has found the child');
    await dialog.getByRole('button', { name: 'Refuse' }).click();
    await dialog.waitFor({ state: 'detached' });
    await asking.getByText('The family has found the child').waitFor();
  });

  test('who asked revokes it, and it stays on record', async () => {
    await show(asking, 'In force');
    await card(asking, CALM).click();
    await asking.getByRole('button', { name: 'Revoke' }).click();
    const dialog = asking.getByRole('dialog', { name: 'Revoke this authorisation?' });
    await dialog.getByLabel('Why').fill('The suspects were arrested');
    await dialog.getByRole('button', { name: 'Revoke' }).click();
    await dialog.waitFor({ state: 'detached' });
    await asking.getByText('Revoked').first().waitFor();
    await show(deciding, 'Ended');
    await card(deciding, CALM).waitFor();
    await card(deciding, URGENT).waitFor();
    await screenshot(deciding, 'authorisations-ended');
  });

  test('no page threw an error and nothing was asked of another host', () => {
    expect(browser.complaints).toEqual([]);
  });
});
