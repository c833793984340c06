import { prepareConsole } from '@amaan/cli/setup/prepare-console';
import { facePicture, type ShownFaces } from '@amaan/server/testing/fake-face-desk';
import type { Database } from '@amaan/store/open-database';
import { createTestDatabase } from '@amaan/store/test-database';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConsoleBrowser, chromiumPath, proveIdentity, screenshot, withChromium } from './browser.ts';
import { FaceRoom } from './face-room.ts';
import type { RoomPerson } from './room-person.ts';

const LIST = 'Suspects of FIR 12/26';
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe.skipIf(!chromiumPath)(withChromium('a watchlist, from the first word to its destruction'), () => {
  let db: Database;
  let room: FaceRoom;
  let browser: ConsoleBrowser;
  let deciderAccount: RoomPerson;
  let reviewerAccount: RoomPerson;
  /** Fills the list. */
  let keeper: Page;
  /** Decides on doubts and on children, and destroys. */
  let decider: Page;
  /** Changed nothing, and so may review. */
  let reviewer: Page;

  beforeAll(async () => {
    await prepareConsole();
    db = await createTestDatabase();
    room = await FaceRoom.open(db);
    browser = await ConsoleBrowser.launch(room.url);
    const place = '/faces/watchlists';
    keeper = await room.enter(browser, await room.addPerson('supervisor', 'Bilal Ahmed'), place);
    deciderAccount = await room.addPerson('supervisor', 'Amina Shah');
    decider = await room.enter(browser, deciderAccount, place);
    reviewerAccount = await room.addPerson('supervisor', 'Sana Malik');
    reviewer = await room.enter(browser, reviewerAccount, place);
    await room.forgetProofs();
  }, 400_000);

  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await room?.[Symbol.asyncDispose]();
    await db?.destroy();
  });

  const card = (page: Page) => page.getByRole('link', { name: LIST });
  const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

  /** Puts somebody on the list; their pictures are open then. */
  async function add(name: string, { child = false } = {}): Promise<void> {
    await keeper.getByRole('button', { name: 'Add a person' }).click();
    const form = keeper.getByRole('dialog');
    await form.getByLabel('Name or number').fill(name);
    if (child) await form.getByLabel('A child (under 18)').check();
    await form.getByRole('button', { name: 'Add a person' }).click();
    await form.waitFor({ state: 'detached' });
    await row(keeper, name).getByRole('button', { name: 'Enrol a picture' }).waitFor();
  }

  /** Fills in the dialog of a picture, as far as the server's answer. */
  async function enrol(name: string, shown: ShownFaces): Promise<void> {
    await row(keeper, name).getByRole('button', { name: 'Enrol a picture' }).click();
    const form = keeper.getByRole('dialog');
    const [chooser] = await Promise.all([
      keeper.waitForEvent('filechooser'),
      form.getByLabel('Picture', { exact: true }).click(),
    ]);
    await chooser.setFiles({ name: 'face.png', mimeType: 'image/png', buffer: await facePicture(shown) });
    await form.getByLabel('Source').fill('Police record, Lahore');
    await form.getByLabel('Why it may be used for this').fill('Taken on arrest under the identification act');
    await form.getByLabel('Taken on').fill(inDays(-30));
    await form.getByRole('button', { name: 'Enrol', exact: true }).click();
  }

  test('a list is made with all its words; what is missing is said', async () => {
    await keeper.getByRole('button', { name: 'New watchlist' }).click();
    const form = keeper.getByRole('dialog');
    await form.locator('button[type=submit]').click();
    await form.getByText('At least three letters.').waitFor();
    await form.getByText('A day after today, within ninety days.').waitFor();
    await form.getByLabel('Name').fill(LIST);
    await form.getByLabel('Purpose').fill('Finding the suspects of armed robberies');
    await form.getByLabel('Who is put on it').fill('Suspects with a warrant; never witnesses or victims');
    await form.getByLabel('Legal basis').fill('Code of Criminal Procedure, section 54');
    await form.getByLabel('Owner').fill('Investigation branch');
    await form.getByLabel('Ends on').fill(inDays(60));
    await form.locator('button[type=submit]').click();
    await keeper.getByRole('heading', { name: LIST }).waitFor();
    await keeper.getByText('Nobody is on the list').waitFor();
  });

  test('it appears to others by itself, and so does what is done to it', async () => {
    await card(decider).click();
    await decider.getByText('Nobody is on the list').waitFor();
    await add('Suspect 1');
    await row(decider, 'Suspect 1').waitFor();
    await card(reviewer).filter({ hasText: '1 person' }).waitFor();
  });

  test('a picture that is of no use is refused with advice, and one of the person alone is taken', async () => {
    await enrol('Suspect 1', { person: 9, faces: 2 });
    const form = keeper.getByRole('dialog');
    await form.getByText('The picture was refused and nothing of it is kept.').waitFor();
    await screenshot(keeper, 'watchlist-picture-refused');
    await keeper.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    await enrol('Suspect 1', { person: 9 });
    await form.waitFor({ state: 'detached' });
    await row(keeper, 'Suspect 1').getByText('Searched', { exact: true }).waitFor();
    await row(keeper, 'Suspect 1').getByRole('button', { name: 'Look at it' }).click();
    const picture = keeper.getByAltText('Enrolled picture of Suspect 1');
    await expect
      .poll(() => picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth))
      .toBeGreaterThan(0);
  });

  test('one face under two names is a doubt, and its picture is held', async () => {
    await add('Suspect 2');
    await enrol('Suspect 2', { person: 9 });
    await keeper.getByRole('dialog').waitFor({ state: 'detached' });
    await row(keeper, 'Suspect 2').getByText('Held: not searched while a doubt about it is open').waitFor();
    await keeper.getByText('Two entries look like one person').waitFor();
  });

  test('another supervisor compares the two pictures, proves who they are, and decides', async () => {
    await decider.getByText('1 doubt waits for a decision').waitFor();
    await decider.getByRole('button', { name: 'Compare the two pictures' }).click();
    await decider.getByAltText('New picture').waitFor();
    await screenshot(decider, 'watchlist-doubt');
    await decider.getByRole('button', { name: 'Different people' }).click();
    await proveIdentity(decider, deciderAccount.newPassword);
    await decider.getByText('1 doubt waits for a decision').waitFor({ state: 'detached' });
    // Whoever enrolled it is told by itself.
    await row(keeper, 'Suspect 2').getByText('Searched', { exact: true }).waitFor();
  });

  test('a child waits for a second person, who says why', async () => {
    await add('A child of eleven', { child: true });
    await row(keeper, 'A child of eleven').getByText('You added this child yourself').waitFor();
    await row(decider, 'A child of eleven').getByRole('button', { name: 'Approve' }).click();
    const dialog = decider.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Approve' }).click();
    await dialog.getByText('Say why in a few words.').waitFor();
    await dialog.getByLabel('Note').fill('The court ordered the search');
    await dialog.getByRole('button', { name: 'Approve' }).click();
    await dialog.waitFor({ state: 'detached' });
    await row(decider, 'A child of eleven').getByText('On the list').waitFor();
    await row(keeper, 'A child of eleven').getByText('On the list').waitFor();
  });

  test('who changed the list cannot review it, and is told why; somebody else can', async () => {
    const review = async (page: Page) => {
      await page.getByRole('button', { name: 'Review the list' }).click();
      const dialog = page.getByRole('dialog', { name: /Have you looked through/ });
      await dialog.getByLabel('What you looked at').fill('Looked through every entry today');
      await dialog.getByRole('button', { name: 'Confirm the review' }).click();
      return dialog;
    };
    const refused = await review(decider);
    await refused.getByText('FOUR_EYES').waitFor();
    await decider.keyboard.press('Escape');
    await card(reviewer).click();
    const dialog = await review(reviewer);
    await proveIdentity(reviewer, reviewerAccount.newPassword);
    await dialog.waitFor({ state: 'detached' });
    await card(keeper).getByText('Reviewed').waitFor();
    await screenshot(reviewer, 'watchlist-reviewed');
  });

  test('it is destroyed only by its name, and then it is gone for everybody', async () => {
    await decider.getByRole('button', { name: 'Destroy the list' }).click();
    const dialog = decider.getByRole('dialog', { name: /^Destroy/ });
    await dialog.getByLabel(/^Type the name/).fill('Another list');
    await dialog.getByLabel('Why').fill('The suspects were arrested');
    await dialog.getByRole('button', { name: 'Destroy for good' }).click();
    await dialog.getByText('This is not the name of the list.').waitFor();
    await dialog.getByLabel(/^Type the name/).fill(LIST);
    await dialog.getByRole('button', { name: 'Destroy for good' }).click();
    for (const page of [decider, keeper, reviewer]) await card(page).waitFor({ state: 'detached' });
    // Nothing of it stays on the screens on which it was open.
    for (const page of [keeper, reviewer]) {
      await page.getByText('This list is gone').waitFor();
      expect(await page.getByText('Suspect 1').count()).toBe(0);
    }
    expect(await db.selectFrom('watchlist_key').selectAll().execute()).toHaveLength(1);
  });

  test('no page threw an error and nothing was asked of another host', () => {
    expect(browser.complaints).toEqual([]);
  });
});
