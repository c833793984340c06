import type { Camera } from '@amaan/contracts/camera';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { lineCrossed } from '@amaan/server/testing/observations';
import { insertObservations } from '@amaan/store/observations';
import { openDatabase } from '@amaan/store/open-database';
import { insertSightings } from '@amaan/store/plates/sightings';
import { samplePlateRead } from '@amaan/store/testing/sample-plate-read';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, screenshot, withChromium } from './browser.ts';
import { DemoRoom } from './demo-room.ts';

const MINUTE = 60_000;

describe.skipIf(!chromiumPath)(withChromium('a vehicle, from a part of its plate to its journey'), () => {
  let room: DemoRoom;
  let page: Page;

  beforeAll(async () => {
    room = await DemoRoom.open();
    const gate = await room.addCamera('Gate', [74.34, 31.55]);
    const bridge = await room.addCamera('Bridge', [74.35, 31.55]);
    const toll = await room.addCamera('Toll', [74.6, 31.4]);
    const now = Date.now();
    // From the gate to the bridge a vehicle drives; 30 km further within a minute none does.
    await store(
      read(gate, 'LEA1034', now - 10 * MINUTE),
      read(bridge, 'LEA1034', now - 7 * MINUTE),
      read(toll, 'LEA1034', now - 6 * MINUTE),
      read(gate, 'LEB1934', now - 5 * MINUTE),
      read(gate, 'RIZ808', now - 4 * MINUTE),
    );
    page = await room.enter('investigator');
  }, 400_000);

  afterAll(async () => {
    await room?.[Symbol.asyncDispose]();
  });

  /** As it was read in time: no permit of today covers what was captured before. */
  const read = ({ id, siteId }: Camera, plate: string, at: number) =>
    samplePlateRead(
      lineCrossed({
        cameraId: id,
        siteId,
        permitId: newIdentifier(),
        modelDigest: digestOfBytes(Buffer.from('model')),
        configurationDigest: digestOfBytes(Buffer.from('configuration')),
        capturedAt: instantOf(at),
        rule: { id: newIdentifier(), version: 1 },
      }),
      plate,
    );

  async function store(...reads: readonly ReturnType<typeof read>[]): Promise<void> {
    const db = openDatabase(room.deployment.databaseUrl);
    try {
      await db.transaction().execute(async (tx) => {
        await insertObservations(tx, reads);
        await insertSightings(tx, reads);
      });
    } finally {
      await db.destroy();
    }
  }

  const results = () => page.locator('li[id^="sighting-"]');

  test('nobody searches everything, and a plate needs two known characters', async () => {
    await page.goto('/plates/search');
    const run = page.getByRole('button', { name: 'Search', exact: true });
    await run.click();
    await page.getByText('nobody searches everything').waitFor();
    await page.getByLabel('Plate', { exact: true }).fill('l*');
    await run.click();
    await page.getByText('Name at least two characters that are known.').waitFor();
  });

  test('case and reason come first, then what was found, newest first', async () => {
    await page.getByLabel('Plate', { exact: true }).fill('le?-1?34');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('A search shows where a vehicle was').waitFor();
    expect(await results().count(), 'nothing is read before the reason is recorded').toBe(0);
    await dialog.getByLabel('In your words').fill('The white car of the report');
    await dialog.getByRole('button', { name: 'Record and go on' }).click();
    await page.getByText('4 sightings').waitFor();
    const plates = await results().locator('button').allTextContents();
    expect(plates).toEqual(['LEB1934', 'LEA1034', 'LEA1034', 'LEA1034']);
    // Which case it is depends on what else the demonstration has.
    await page.getByText(/Searching for CASE-\d{4}/).waitFor();
  });

  test('a sighting opens and closes with the keyboard, and the focus comes back to its line', async () => {
    const line = results().nth(1).getByRole('button');
    await line.focus();
    await page.keyboard.press('Enter');
    const sighting = page.getByRole('article', { name: 'LEA1034' });
    await sighting.getByText('Toll').waitFor();
    await screenshot(page, 'plate-search');
    await sighting.getByRole('button', { name: 'Close the sighting' }).focus();
    await page.keyboard.press('Escape');
    await sighting.waitFor({ state: 'detached' });
    await expect.poll(() => line.evaluate(isFocused)).toBe(true);
  });

  test('two sightings are compared, and what no road speed explains is said', async () => {
    await results().nth(1).getByRole('checkbox').check();
    await results().nth(2).getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Compare the two' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('No road speed explains it').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  test('the journey of its plate has stops in order and the leg that is impossible', async () => {
    await results().nth(1).getByRole('button').click();
    await page.getByRole('link', { name: 'Journey of this plate' }).click();
    await page.waitForURL('**/plates/journey**');
    await page.getByRole('button', { name: 'Show the journey' }).click();
    await page.getByText('3 stops').waitFor();
    const stops = page.locator('button[id^="stop-"] bdi.cut');
    expect(await stops.allTextContents()).toEqual(['Gate', 'Bridge', 'Toll']);
    await page.getByText(/^Impossible: .* km in 1 min takes/).waitFor();
    expect(await page.getByRole('dialog').count(), 'the reason is known').toBe(0);
    await screenshot(page, 'plate-journey');
  });

  test('both are on record, with what they were for', async () => {
    await page.goto('/plates/search');
    const records = page.getByRole('listitem').filter({ hasText: 'The white car of the report' });
    await records.filter({ hasText: 'Journey' }).filter({ hasText: '3 results' }).waitFor();
    await records.filter({ hasText: 'LE?1?34' }).filter({ hasText: '4 results' }).waitFor();
  });

  test('on a phone, in Urdu, a plate keeps its direction and the page its width', async () => {
    const phone = await room.enter('supervisor', { language: 'ur', theme: 'light', width: 390, height: 844 });
    await phone.goto('/plates/reads');
    const plate = phone.getByText('RIZ808', { exact: true }).first();
    await plate.waitFor();
    expect(await plate.evaluate(directionOf)).toBe('ltr');
    const overflow = await phone.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    expect(overflow, 'the page is wider than its window').toBeLessThanOrEqual(0);
    await screenshot(phone, 'plate-reads-ur-390');
  });

  test('no page threw an error and nothing was asked of another host', () => {
    expect(room.browser.complaints).toEqual([]);
  });
});

/** What the browser is asked of an element; the types of its document are not known here. */
interface InDocument {
  readonly ownerDocument: {
    readonly activeElement: unknown;
    readonly defaultView: { getComputedStyle(of: unknown): { readonly direction: string } };
  };
}

function isFocused(element: unknown): boolean {
  return (element as InDocument).ownerDocument.activeElement === element;
}

function directionOf(element: unknown): string {
  return (element as InDocument).ownerDocument.defaultView.getComputedStyle(element).direction;
}
