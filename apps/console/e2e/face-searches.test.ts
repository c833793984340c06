import { consoleDist, prepareConsole } from '@amaan/cli/setup/prepare-console';
import { newIdentifier } from '@amaan/contracts/identifier';
import { LISTED, openSearchOffice, type SearchOffice } from '@amaan/server/testing/search-office';
import { signInAs } from '@amaan/server/testing/sign-in-as';
import type { TestClient } from '@amaan/server/testing/test-client';
import { sharp } from '@amaan/vision/image/configured-sharp';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConsoleBrowser, chromiumPath, type PageOptions, screenshot } from './browser.ts';

const name = chromiumPath
  ? 'a search with a picture'
  : 'a search with a picture (needs Chromium: apt-get install chromium)';

describe.skipIf(!chromiumPath)(name, () => {
  let room: SearchOffice;
  let browser: ConsoleBrowser;
  let page: Page;
  let url: string;

  beforeAll(async () => {
    await prepareConsole();
    room = await openSearchOffice({ consoleDir: consoleDist });
    url = await room.office.server.app.listen({ host: '127.0.0.1', port: 0 });
    browser = await ConsoleBrowser.launch(url);
    page = await enter(room.office.investigator);
  }, 400_000);

  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await room?.[Symbol.asyncDispose]();
  });

  /** The authorisation, with the session that a client has already. */
  async function enter(client: TestClient, options?: PageOptions): Promise<Page> {
    const opened = await browser.open(options);
    const cookies = client.cookie.split('; ').map((pair) => {
      const at = pair.indexOf('=');
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
    });
    await opened.context().addCookies(cookies);
    await opened.goto(`/faces/authorisations?show=in-force&id=${room.authorisation.id}`);
    return opened;
  }

  const choose = async (of: Page, picture: Buffer) =>
    of
      .locator('input[type=file]')
      .setInputFiles({ name: 'shop.png', mimeType: 'image/png', buffer: picture });

  async function fill(of: Page): Promise<void> {
    await of.getByLabel('Where the picture is from').fill('A shopkeeper of Anarkali');
    await of.getByLabel('Where it was taken').fill('Anarkali, shop 14');
    await of.getByLabel('When it was taken').fill('2026-01-05T18:30');
    await of.getByLabel('Why it may be used').fill('Handed over freely on request');
    await of.getByLabel('Why this person is looked for').fill('He ran away with the till of the shop');
  }

  test('begins where there is none yet; a picture without a face says what to bring', async () => {
    await page.getByText('Nobody has searched with a picture yet').waitFor();
    await page.getByRole('button', { name: 'Search with a picture' }).click();
    await choose(page, await people(80, 0));
    await page.getByText('No face is found in the picture').waitFor();
    await page.getByRole('button', { name: 'Another picture' }).click();
  });

  test('marks the faces, asks which is meant, and sends nothing before', async () => {
    const before = room.office.desk.embedded;
    await choose(page, await people(LISTED - 1, 3));
    await page.getByRole('radio', { name: /Face 3/ }).waitFor();
    await fill(page);
    await page.getByRole('button', { name: 'Search the watchlist' }).click();
    await page.getByText('Choose the face that is meant.').waitFor();
    expect(room.office.desk.embedded).toBe(before);
    // By the keyboard: a face in the picture is a button.
    const face = page.getByRole('button', { name: 'Face 2' });
    await face.focus();
    await page.keyboard.press('Enter');
    expect(await face.getAttribute('aria-pressed')).toBe('true');
    expect(await page.getByRole('radio', { name: /Face 2/ }).isChecked()).toBe(true);
    await screenshot(page, 'face-search-choose');
  });

  test('finds a possible match, which is reviewed by others, and says that the list is sealed', async () => {
    await page.getByRole('button', { name: 'Search the watchlist' }).click();
    await page.getByText('1 possible match, being reviewed').waitFor();
    await page.getByText('Sealed and verified').waitFor();
    await page.getByText(/ledger entry \d+/).waitFor();
    await screenshot(page, 'face-search-found');
    const [search] = (await room.office.investigator.get('/api/face-searches')).json();
    for (const role of [1, 2]) {
      const reviewer = await signInAs(room.office.server, 'operator', { person: `reviewer ${role}` });
      const answered = await reviewer.post(`/api/face-matches/${search.matches[0].id}/answers`, {
        answer: 'different-person',
      });
      expect(answered.statusCode, answered.body).toBe(200);
    }
    // It is told by itself what became of it.
    await page.getByText('1 possible match, review is over').waitFor();
    await page.getByRole('link', { name: 'Possible match 1' }).click();
    await page.getByText('In a picture that was brought: Anarkali, shop 14').waitFor();
    await screenshot(page, 'face-search-match');
    await page.goBack();
  });

  test('of somebody who is not listed says that nothing is kept, and leaves nothing in the browser', async () => {
    await page.getByRole('button', { name: 'Search with a picture' }).click();
    await choose(page, await people(81, 1));
    // The only face is chosen by itself.
    await expect.poll(() => page.getByRole('radio', { name: /Face 1/ }).isChecked()).toBe(true);
    await fill(page);
    await page.getByRole('button', { name: 'Search the watchlist' }).click();
    await page.getByText('Nobody on the list resembles the face').waitFor();
    await page.getByText('Nothing of the picture was kept.').waitFor();
    // As text: these names are the browser's alone.
    const kept = await page.evaluate<{ stored: string; databases: number; caches: number }>(
      `(async () => ({
        stored: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
        databases: (await indexedDB.databases()).length,
        caches: (await caches.keys()).length,
      }))()`,
    );
    expect(kept).toMatchObject({ databases: 0, caches: 0 });
    expect(kept.stored).not.toMatch(/base64|iVBOR|blob:/);
  });

  test('of a face that is not good enough says what would help', async () => {
    await page.getByRole('button', { name: 'Search with a picture' }).click();
    await choose(page, await people(82, 1, 0.2));
    await page.getByText('take a picture from nearer').waitFor();
    await screenshot(page, 'face-search-advice');
  });

  test('says how long to wait when there were too many, in Urdu, in the light and on a narrow screen', async () => {
    const { db } = room.office.server;
    const [charge] = await db.selectFrom('face_search_charge').selectAll().execute();
    const { id: _, ...counted } = charge!;
    for (let count = 0; count < 120; count++)
      await db
        .insertInto('face_search_charge')
        .values({ ...counted, id: newIdentifier(), kind: 'look' })
        .execute();
    const narrow = await enter(room.office.investigator, { language: 'ur', theme: 'light', width: 420 });
    await narrow.getByRole('button', { name: 'تصویر سے تلاش کریں' }).click();
    await choose(narrow, await people(83, 3));
    await narrow.getByText('FACE_SEARCHES_TOO_MANY').waitFor();
    await narrow.getByText(/اگلی تصویر/).waitFor();
    await narrow.getByText('FACE_SEARCHES_TOO_MANY').scrollIntoViewIfNeeded();
    await screenshot(narrow, 'face-search-too-many');
    const width = await narrow.evaluate<number>('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(420);
    await db.deleteFrom('face_search_charge').execute();
    await narrow.getByRole('button', { name: 'دوسری تصویر' }).click();
    await choose(narrow, await people(83, 3));
    await narrow.getByRole('radio').first().waitFor();
    await narrow.getByRole('radio').first().scrollIntoViewIfNeeded();
    await screenshot(narrow, 'face-search-narrow');
  });

  test('no page threw an error and nothing was asked of another host', () => {
    expect(browser.complaints).toEqual([]);
  });
});

/** A scene with so many drawn people in it, of which the fake desk reads the first pixel. */
async function people(person: number, faces: number, quality = 1): Promise<Buffer> {
  const drawn = Array.from({ length: faces }, (_, index) => {
    const [x, y, w, h] = faces === 1 ? [60, 60, 80, 80] : [10 + index * 60, 60, 50, 60];
    const [cx, cy] = [x + w / 2, y + h / 2];
    return `<rect x="${cx - w / 2}" y="${y + h * 0.9}" width="${w}" height="120" rx="14" fill="#2f4a63"/>
      <ellipse cx="${cx}" cy="${cy}" rx="${w * 0.36}" ry="${h * 0.46}" fill="${['#b98a65', '#8f6a4c', '#d0a583'][index]}"/>
      <circle cx="${cx - w * 0.14}" cy="${cy - 4}" r="2.5" fill="#1d1714"/>
      <circle cx="${cx + w * 0.14}" cy="${cy - 4}" r="2.5" fill="#1d1714"/>
      <path d="M${cx - 8} ${cy + h * 0.22}q8 5 16 0" stroke="#5b2d25" stroke-width="2" fill="none"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200">
    <rect width="200" height="200" fill="#8a97a0"/><rect y="150" width="200" height="50" fill="#565f66"/>
    ${drawn.join('')}</svg>`;
  const background = { r: person, g: faces, b: Math.round(quality * 255) };
  const pixel = await sharp({ create: { width: 1, height: 1, channels: 3, background } })
    .png()
    .toBuffer();
  return sharp(Buffer.from(svg))
    .flatten()
    .composite([{ input: pixel, left: 0, top: 0 }])
    .removeAlpha()
    .png()
    .toBuffer();
}
