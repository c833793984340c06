import { prepareConsole } from '@amaan/cli/setup/prepare-console';
import type { Role } from '@amaan/contracts/api/me';
import type { Database } from '@amaan/store/open-database';
import { createTestDatabase } from '@amaan/store/test-database';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConsoleBrowser, chromiumPath, screenshot, withChromium } from './browser.ts';
import { FaceRoom } from './face-room.ts';

const NAME = 'a possible face match, before two people who do not see each other’s answer';

describe.skipIf(!chromiumPath)(withChromium(NAME), () => {
  let db: Database;
  let room: FaceRoom;
  let browser: ConsoleBrowser;
  let one: Page;
  let other: Page;
  let supervisor: Page;

  beforeAll(async () => {
    await prepareConsole();
    db = await createTestDatabase();
    room = await FaceRoom.open(db);
    browser = await ConsoleBrowser.launch(room.url);
    const enter = async (role: Role, name: string) =>
      room.enter(browser, await room.addPerson(role, name), '/faces');
    one = await enter('operator', 'Bilal Ahmed');
    other = await enter('operator', 'Sana Malik');
    supervisor = await enter('supervisor', 'Amina Shah');
  }, 400_000);

  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await room?.[Symbol.asyncDispose]();
    await db?.destroy();
  });

  const card = (page: Page) => page.getByRole('link', { name: /Market gate/ });

  test('it appears by itself, says that nothing follows from it, and names nobody', async () => {
    await one.getByText('Nothing waits for you').waitFor();
    await room.raise();
    await card(one).click();
    await one.getByText('Nothing follows from this by itself').waitFor();
    await one.getByAltText('The picture on the watchlist').waitFor();
    expect(await one.getByText('Person 0').count()).toBe(0);
    // Both faces are shown at one size, and they and the next-best candidate's are really there.
    const faces = [
      one.getByAltText('The face that camera Market gate saw'),
      one.getByAltText('The picture on the watchlist'),
      one.getByAltText('The next-best candidate’s picture on the watchlist'),
    ];
    const sizes = await Promise.all(faces.map((face) => face.boundingBox()));
    expect(sizes[0]!.width).toBe(sizes[1]!.width);
    expect(sizes[0]!.height).toBe(sizes[1]!.height);
    for (const face of faces)
      await expect
        .poll(() => face.evaluate((picture) => (picture as unknown as { naturalWidth: number }).naturalWidth))
        .toBeGreaterThan(0);
  });

  test('a key chooses, Enter records; without a choice nothing is sent', async () => {
    await one.getByRole('button', { name: 'Record my answer' }).click();
    await one.getByText('Choose one of the three answers.').waitFor();
    await one.keyboard.press('1');
    const same = one.getByRole('radio', { name: 'Same person' });
    await expect.poll(() => same.isChecked()).toBe(true);
    await one.keyboard.press('Enter');
    await one.getByText('The other one is shown once both are given').waitFor();
    await screenshot(one, 'face-match-answered');
  });

  test('the other one sees nothing of that answer, and disagrees', async () => {
    await card(other).click();
    await other.getByRole('radio', { name: 'Cannot tell' }).waitFor();
    expect(await other.getByText('Bilal Ahmed').count()).toBe(0);
    await other.keyboard.press('2');
    await other.getByLabel(/What you go by/).fill('The ears differ 1');
    // A digit in the note is no answer.
    expect(await other.getByRole('radio', { name: 'Different person' }).isChecked()).toBe(true);
    await other.getByRole('button', { name: 'Record my answer' }).click();
    await other.getByText('Bilal Ahmed').waitFor();
    await other.getByRole('heading', { name: 'Answers', exact: true }).waitFor();
  });

  test('the first one is told by itself that they do not agree', async () => {
    await one.getByText('The ears differ 1').waitFor();
    await one.getByText('A supervisor who is neither of the two').waitFor();
  });

  test('a supervisor, who is neither of the two, rules', async () => {
    await card(supervisor).click();
    await supervisor.getByText('The two reviewers did not agree').waitFor();
    await supervisor.keyboard.press('2');
    await supervisor.keyboard.press('Enter');
    await supervisor.getByRole('heading', { name: 'Ruling of a supervisor' }).waitFor();
    await supervisor.getByText('People did not take this for the same person').waitFor();
    await screenshot(supervisor, 'face-match-ruled');
  });

  test('no page threw an error and nothing was asked of another host', () => {
    expect(browser.complaints).toEqual([]);
  });
});
