import { readFile } from 'node:fs/promises';
import { openDatabase } from '@amaan/store/open-database';
import { sharp } from '@amaan/vision/image/configured-sharp';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { screenshot } from './browser.ts';
import type { DemoRoom } from './demo-room.ts';

const PLACE = 'Behind the bus stand, east wall';
const HOUR_MS = 60 * 60_000;

/** What an operator does with a waste heap, from the report to the comparison. */
export function placesTests(room: () => DemoRoom): void {
  let page: Page;

  beforeAll(async () => {
    // Brought pictures are masked under the permit of a camera of the site.
    await room().addCamera('Bus stand', [74.33, 31.56]);
    page = await room().enter('operator');
  });

  const pictures = (moment: 'Before' | 'After') => page.getByRole('region', { name: moment });
  const bring = async (moment: 'Before' | 'After', name: string, buffer: Buffer): Promise<void> => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      pictures(moment).getByRole('button', { name: 'Bring a picture' }).click(),
    ]);
    await chooser.setFiles({ name, mimeType: 'image/jpeg', buffer });
  };
  const take = async (step: string): Promise<void> => {
    const panel = page.getByRole('region', { name: 'What happens next?' });
    await panel.getByRole('radio', { name: step }).check();
    await panel.getByRole('button', { name: step }).click();
  };

  test('something is reported with a camera and the place in words, and what is missing is said', async () => {
    await page.goto('/operations');
    await page.getByRole('link', { name: 'Places', exact: true }).click();
    await page.getByRole('button', { name: 'Report', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Report' });
    // The map comes a moment later than the rest, and a click that it meets is lost.
    await dialog.locator('canvas').waitFor();
    await dialog.getByRole('button', { name: 'Report it' }).click();
    await dialog.getByText('Write where it is.').waitFor();
    await dialog.getByRole('alert').getByText('Click on the map where it is').waitFor();
    await dialog.getByLabel('Camera').first().click();
    await page.getByRole('option', { name: 'Bus stand' }).click();
    await dialog.getByLabel('The place in words').fill(PLACE);
    await dialog.getByRole('button', { name: 'Report it' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Waste heap' }).waitFor();
    await page
      .getByText(/^C-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
      .first()
      .waitFor();
    expect(new URL(page.url()).searchParams.get('id'), 'the address holds the open ticket').not.toBeNull();
  });

  test('a file that is no picture, and one that is too large, are refused with a sentence', async () => {
    await bring('Before', 'notes.jpg', Buffer.from('no picture at all'));
    await pictures('Before').getByText('By its content this is neither JPEG nor PNG').waitFor();
    await bring('Before', 'large.jpg', Buffer.alloc(9 * 1024 * 1024, 7));
    await pictures('Before').getByText('The file is larger than 8 MB; nothing was stored.').waitFor();
    expect(await pictures('Before').getByRole('listitem').count()).toBe(0);
  });

  test('a picture is kept, and the department has its deadline', async () => {
    await bring('Before', 'heap.jpg', await picture('#5a4632'));
    await seen(pictures('Before'));
    await take('Send to a department');
    const detail = page.locator('dl');
    await detail.getByText('Waste management (made up)').waitFor();
    await detail.getByText('Done by', { exact: true }).waitFor();
    await page
      .getByText(/^2[34] h.* left$/)
      .first()
      .waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Print for the department' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^C-.*\.pdf$/);
    expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('it is closed when a picture from after the work stands beside the one from before', async () => {
    await take('Department says: done');
    await page.getByText('Done, says the department').first().waitFor();
    await take('Close');
    await page.getByText('There is no picture from after the work; nothing was changed.').waitFor();
    await bring('After', 'clean.jpg', await picture('#8a8f92'));
    await seen(pictures('After'));
    await seen(pictures('Before'));
    await screenshot(page, 'places-compared');
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByText('Closed', { exact: true }).first().waitFor();
    const steps = page.getByRole('region', { name: 'What was done' }).getByRole('listitem');
    expect(await steps.locator('strong').allTextContents()).toEqual([
      'Reported',
      'Sent to a department',
      'Reported as done',
      'Closed',
    ]);
  });

  test('a ticket whose deadline is over is marked, in Urdu too', async () => {
    await passDeadline('Under the made-up railway bridge', 3 * HOUR_MS);
    await page.goto('/operations/places?view=overdue');
    const card = page.getByRole('link', { name: /Under the made-up railway bridge/ });
    await card.getByText(/^overdue for 3/).waitFor();
    await card.getByText('SIMULATED').waitFor();
    const urdu = await room().enter('supervisor', {
      language: 'ur',
      theme: 'light',
      width: 390,
      height: 844,
    });
    await urdu.goto('/operations/places?view=overdue');
    await urdu.getByRole('link', { name: /Under the made-up railway bridge/ }).click();
    await urdu
      .getByText(/دیر ہو چکی/)
      .last()
      .waitFor();
    await screenshot(urdu, 'places-overdue-ur');
  });

  /** As if a ticket of the demonstration had been sent so much longer ago than its department has. */
  async function passDeadline(place: string, agoMs: number): Promise<void> {
    const db = openDatabase(room().deployment.databaseUrl);
    try {
      const due = new Date(Date.now() - agoMs).toISOString();
      await db.updateTable('civic_ticket').set({ due_at: due }).where('place', '=', place).execute();
    } finally {
      await db.destroy();
    }
  }
}

/** A place with something in the middle of it. */
function picture(colour: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400">
    <rect width="640" height="400" fill="#8fa3ad"/><rect y="240" width="640" height="160" fill="#8a8f92"/>
    <ellipse cx="320" cy="280" rx="120" ry="60" fill="${colour}"/></svg>`;
  return sharp(Buffer.from(svg)).jpeg().toBuffer();
}

/** Waits until a region shows a picture that has pixels. */
async function seen(region: Locator): Promise<void> {
  const image = region.locator('img');
  await image.waitFor();
  await expect
    .poll(() => image.evaluate((one) => (one as unknown as { naturalWidth: number }).naturalWidth))
    .toBeGreaterThan(0);
}
