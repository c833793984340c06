import { prepareConsole } from '@amaan/cli/setup/prepare-console';
import { facePicture } from '@amaan/server/testing/fake-face-desk';
import type { Database } from '@amaan/store/open-database';
import { createTestDatabase } from '@amaan/store/test-database';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConsoleBrowser, chromiumPath, screenshot, withChromium } from './browser.ts';
import { FaceRoom } from './face-room.ts';
import type { RoomPerson } from './room-person.ts';

const NAME = 'many pictures of a watchlist, enrolled at once';

describe.skipIf(!chromiumPath)(withChromium(NAME), () => {
  let db: Database;
  let room: FaceRoom;
  let browser: ConsoleBrowser;
  let keeper: RoomPerson;
  let page: Page;

  beforeAll(async () => {
    await prepareConsole();
    db = await createTestDatabase();
    room = await FaceRoom.open(db);
    browser = await ConsoleBrowser.launch(room.url);
    keeper = await room.addPerson('supervisor', 'Amina Shah');
    page = await room.enter(browser, keeper, '/faces/watchlists', { width: 1366, height: 860 });
    await page.getByRole('link', { name: /Wanted/ }).click();
  }, 400_000);
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await room?.[Symbol.asyncDispose]();
    await db?.destroy();
  });

  const file = (name: string, buffer: Buffer, mimeType = 'image/png') => ({ name, mimeType, buffer });
  const row = (name: string, on = page) => on.getByRole('row').filter({ hasText: name });

  test('a table says of whom they are, and nothing is sent before each has a source, a reason and a day', async () => {
    await page.getByRole('button', { name: 'Enrol many pictures' }).click();
    const inputs = page.locator('input[type=file]');
    await inputs
      .first()
      .setInputFiles([
        file('Ali Raza.png', await facePicture({ person: 10 })),
        file('img_0421.png', await facePicture({ person: 11 })),
        file('img_0422.png', await facePicture({ person: 10 })),
        file('group.png', await facePicture({ person: 12, faces: 3 })),
        file('Person 0.png', await facePicture({ person: 13 })),
        file('Far away.png', await facePicture({ person: 14, quality: 0.2 })),
      ]);
    const table =
      'file,name,source,child\nimg_0421.png,"Sana, 12 years",School register,yes\nimg_0422.png,Known as Raju,,\n,x,,\n';
    await inputs.nth(1).setInputFiles(file('people.csv', Buffer.from(table), 'text/csv'));
    await page
      .getByText('The table names 2 of the pictures. These lines of the table could not be used: 4.')
      .waitFor();
    await row('Person 0.png').getByText('On the list already').waitFor();
    await page.getByRole('button', { name: 'Enrol 6 pictures' }).click();
    await page.getByText('6 pictures cannot be sent yet').waitFor();
    expect(await row('img_0421').getByText('At least three letters.').count()).toBe(0);
    await page.getByLabel('Source', { exact: true }).fill('Police record, Lahore');
    await page.getByLabel('Why it may be used for this', { exact: true }).fill('Named in the warrant');
    await page.getByLabel('Taken on', { exact: true }).fill('2026-01-05');
    await expect.poll(() => page.getByText('cannot be sent yet').count()).toBe(0);
    await screenshot(page, 'bulk-enrolment-ready');
  }, 60_000);

  test('each has its result: enrolled, held for a doubt, or refused with what would make it better', async () => {
    await page.getByRole('button', { name: 'Enrol 6 pictures' }).click();
    await page.getByText('4 enrolled, 1 of them held for a doubt, 2 refused, 0 not tried').waitFor();
    await row('img_0422').getByText('Enrolled and held: 1 doubt to decide').waitFor();
    await row('group.png').getByText('shows 3 faces').waitFor();
    await row('Far away.png').getByText('take a picture from nearer').waitFor();
    await screenshot(page, 'bulk-enrolment-done');
    // What is refused may be left out or tried again; what is enrolled is not sent twice.
    await row('group.png').getByRole('button', { name: 'Leave group.png out' }).click();
    await page.getByRole('button', { name: 'Enrol 1 picture' }).waitFor();
    await page.getByRole('button', { name: 'Close' }).last().click();
    await page.getByText('Sana, 12 years').waitFor();
    const pictures = await db.selectFrom('watchlist_picture').select('id').execute();
    expect(pictures).toHaveLength(3 + 4);
    // Nobody is on the list of whom no picture could be used.
    expect(await page.getByText('Far away').count()).toBe(0);
    const children = await db
      .selectFrom('watchlist_entry')
      .select('state')
      .where('child', '=', true)
      .execute();
    expect(children).toEqual([{ state: 'waiting' }]);
  }, 60_000);

  test('reads from right to left in Urdu, and on a narrow screen', async () => {
    for (const [name, options] of [
      ['bulk-enrolment-ur', { language: 'ur', width: 1366, height: 860 }],
      ['bulk-enrolment-narrow', { theme: 'light', width: 420, height: 900 }],
    ] as const) {
      const other = await room.enter(
        browser,
        await room.addPerson('supervisor', `Person ${name}`),
        '/faces/watchlists',
        options,
      );
      await other.getByRole('link', { name: /Wanted/ }).click();
      await other.locator('button', { hasText: /Enrol many pictures|بہت سی تصویریں/ }).click();
      await other
        .locator('input[type=file]')
        .first()
        .setInputFiles([
          file('Ali Raza.png', await facePicture({ person: 40 })),
          file('علی رضا.png', await facePicture({ person: 41 })),
        ]);
      await row('علی رضا.png', other).waitFor();
      await screenshot(other, name);
    }
  }, 60_000);

  test('no page threw an error and nothing was asked of another host', () => {
    expect(browser.complaints).toEqual([]);
  });
});
