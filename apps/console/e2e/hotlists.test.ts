import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, proveIdentity, screenshot, statePurpose, withChromium } from './browser.ts';
import { DemoRoom } from './demo-room.ts';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe.skipIf(!chromiumPath)(withChromium('a wanted vehicle, from the file to the second person'), () => {
  let room: DemoRoom;
  /** Of the investigator, who asks, and of the supervisor, who decides. */
  let asking: Page;
  let deciding: Page;

  beforeAll(async () => {
    room = await DemoRoom.open();
    asking = await room.enter('investigator');
    deciding = await room.enter('supervisor');
  }, 400_000);

  afterAll(async () => {
    await room?.[Symbol.asyncDispose]();
  });

  test('an investigator says first what the lists are read for', async () => {
    await asking.goto('/plates/hotlists');
    await statePurpose(asking, 'A wanted vehicle in this case');
    await asking.getByRole('button', { name: 'New hotlist' }).first().waitFor();
  });

  test('a hotlist is made with all its fields, and what is missing is said', async () => {
    await asking.getByRole('button', { name: 'New hotlist' }).first().click();
    const form = asking.getByRole('dialog');
    await form.locator('button[type=submit]').click();
    await form.getByText('At least three letters.').waitFor();
    await form.getByLabel('Name').fill('Wanted in Gulberg');
    await form.getByLabel('Kind').click();
    await asking.getByRole('option', { name: 'Wanted' }).click();
    await form.getByText('only when a second person has approved it').waitFor();
    await form.getByLabel('Owner').fill('Investigation wing');
    await form.getByLabel('Reason').fill('Vehicles of people with a warrant');
    await form.getByLabel('Legal basis').fill('Warrant 12/2026');
    await form.getByLabel('Review on').fill(inDays(30));
    await form.getByLabel('Expires on').fill(inDays(90));
    await form.locator('button[type=submit]').click();
    await asking.getByRole('heading', { name: 'Wanted in Gulberg' }).waitFor();
  });

  /** Opens the import, with a file that is chosen already. */
  async function chooseFile(file: string): Promise<void> {
    await asking.getByRole('button', { name: 'Import CSV' }).click();
    const [chooser] = await Promise.all([
      asking.waitForEvent('filechooser'),
      asking.getByRole('dialog').getByLabel('File').click(),
    ]);
    await chooser.setFiles(file);
  }

  test('a file without the column is refused before anything is sent', async () => {
    const file = join(room.folder, 'other.csv');
    await writeFile(file, 'LEA-1234,White Corolla\nABC 123,Red van\n');
    await chooseFile(file);
    const dialog = asking.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Import' }).click();
    await dialog.getByText('The first line must name the columns, plate among them.').waitFor();
    await asking.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  test('a file keeps its good lines and names the bad one by its line', async () => {
    const file = join(room.folder, 'wanted.csv');
    await writeFile(file, 'plate,note\nLEA-1234,White Corolla\n؟؟؟,not a plate\nABC 123,Red van\n');
    await chooseFile(file);
    await asking.getByRole('dialog').getByRole('button', { name: 'Import' }).click();
    const report = asking.getByRole('region', { name: 'Import a CSV file' });
    await report.getByText('1 line was not kept').waitFor();
    expect(await report.locator('tbody tr td').first().textContent()).toBe('3');
    await report.getByText('2 wait for a second person').waitFor();
    await screenshot(asking, 'hotlist-import');
    const [saved] = await Promise.all([
      asking.waitForEvent('download'),
      report.getByRole('button', { name: 'Save the bad lines' }).click(),
    ]);
    expect(await readFile(await saved.path(), 'utf8')).toBe(
      '\uFEFF"line","text","reason"\r\n"3","؟؟؟,not a plate","A plate has 2 to 12 Latin letters and digits."\r\n',
    );
  });

  test('who asked cannot approve, and says why; somebody else can', async () => {
    await asking.getByText('You asked for this one yourself').first().waitFor();
    await deciding.goto('/plates/hotlists');
    await deciding.getByRole('link', { name: /Wanted in Gulberg/ }).click();
    await deciding.getByRole('button', { name: 'Approve' }).first().click();
    await deciding.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await proveIdentity(deciding, room.account('supervisor').password);
    await deciding.getByText('1 entry waits for a second person').waitFor();
    await deciding.getByRole('button', { name: 'Refuse' }).first().click();
    const dialog = deciding.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Refuse' }).click();
    await dialog.getByText('Say why in a few words').waitFor();
    await dialog.getByLabel('Note').fill('The warrant was withdrawn');
    await dialog.getByRole('button', { name: 'Refuse' }).click();
    await deciding.getByRole('cell', { name: /Refused/ }).waitFor();
    await deciding.getByRole('cell', { name: /Active/ }).waitFor();
    await screenshot(deciding, 'hotlist-decided');
  });

  test('no page threw an error and nothing was asked of another host', () => {
    expect(room.browser.complaints).toEqual([]);
  });
});
