import { readFile } from 'node:fs/promises';
import { prepareConsole } from '@amaan/cli/setup/prepare-console';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { signInAs } from '@amaan/server/testing/sign-in-as';
import type { Database } from '@amaan/store/open-database';
import { createTestDatabase } from '@amaan/store/test-database';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConsoleBrowser, chromiumPath, proveIdentity, screenshot, withChromium } from './browser.ts';
import { FaceRoom } from './face-room.ts';
import type { RoomPerson } from './room-person.ts';

const HEADER = 'grouping,label,faces,alerts,false_alerts';
const CAMERAS = 24;

describe.skipIf(!chromiumPath)(withChromium('facial recognition, as those see it who judge it'), () => {
  let db: Database;
  let room: FaceRoom;
  let browser: ConsoleBrowser;
  let officerAccount: RoomPerson;
  let officer: Page;

  beforeAll(async () => {
    await prepareConsole();
    db = await createTestDatabase();
    room = await FaceRoom.open(db);
    browser = await ConsoleBrowser.launch(room.url);
    officerAccount = await room.addPerson('governance-officer', 'Hina Raza');
    officer = await room.enter(browser, officerAccount, '/faces');
    await room.forgetProofs();
  }, 400_000);

  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await room?.[Symbol.asyncDispose]();
    await db?.destroy();
  });

  /** Numbers as a month of searching leaves them, on more cameras than a chart shows. */
  async function searchForAMonth(): Promise<void> {
    const administrator = await signInAs(room.server, 'administrator');
    const { siteId, cameraId, authorisationId, watchlistId } = room.place();
    const cameras: Identifier[] = [cameraId];
    for (let index = 1; index < CAMERAS; index++) {
      const body = { name: `Market gate ${index}, towards the station`, url: 'rtsp://u:p@10.0.0.5/s1' };
      cameras.push((await administrator.post('/api/cameras', body)).json().id);
    }
    const place = { site_id: siteId, watchlist_id: watchlistId, simulated: false };
    for (const [index, camera] of cameras.entries()) {
      const light = index % 2 === 0 ? 'day' : 'night';
      const at = { ...place, camera_id: camera, light } as const;
      await db
        .insertInto('face_searched')
        .values({
          ...{ ...at, id: newIdentifier(), authorisation_id: authorisationId, faces: 4000 + index * 300 },
          hour: new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000).toISOString(),
        })
        .execute();
      const decided = { raised: 40, confirmed: 30 - index, rejected: 4 + index, deleted: 2 };
      const inTime = { confirmed_in_time: 0, rejected_in_time: 0 };
      const day = new Date().toISOString().slice(0, 10);
      await db
        .insertInto('face_match_tally')
        .values({ ...at, ...decided, ...inTime, day })
        .execute();
    }
  }

  test('before anything was searched the page says what belongs there', async () => {
    await officer.getByRole('heading', { name: 'Errors of facial recognition' }).waitFor();
    await officer.getByText('No face was searched in this time').waitFor();
    await officer.getByText('No audit set yet').waitFor();
    await screenshot(officer, 'face-reports-empty');
  });

  test('errors are told with their intervals, by camera and by light, also for many cameras', async () => {
    await searchForAMonth();
    await officer.reload();
    await officer.getByRole('heading', { name: /of the decided matches were wrong/ }).waitFor();
    await officer.getByText(`The chart shows the 20 with most matches of ${CAMERAS} parts`).waitFor();
    const rows = officer.locator('tbody tr');
    await expect.poll(() => rows.count()).toBe(CAMERAS);
    await screenshot(officer, 'face-reports-cameras');
    await officer.getByRole('radiogroup', { name: 'By' }).getByText('Light').click();
    await expect.poll(() => rows.count()).toBe(2);
    await officer.getByRole('radiogroup', { name: 'Wrong per' }).getByText('Wrong per searched face').click();
    await officer.getByRole('heading', { name: /of the searched faces led to a wrong match/ }).waitFor();
    expect(new URL(officer.url()).searchParams.get('by')).toBe('light');
  });

  test('a time is chosen by two dates, which the address keeps', async () => {
    await officer.getByRole('radiogroup', { name: 'Period' }).getByText('From … to').click();
    await officer.getByLabel('From', { exact: true }).fill('2020-01-01');
    await officer.getByLabel('To', { exact: true }).fill('2020-01-31');
    await officer.getByText('No face was searched in this time').waitFor();
    await officer.goBack();
    await officer.goto('/faces/reports');
    await officer.getByRole('heading', { name: /of the decided matches were wrong/ }).waitFor();
  });

  test('the report is saved as CSV', async () => {
    const [saved] = await Promise.all([
      officer.waitForEvent('download'),
      officer.getByRole('button', { name: 'Save as CSV' }).click(),
    ]);
    const lines = (await readFile(await saved.path(), 'utf8')).trimEnd().split('\r\n');
    // The header, the whole, each camera, one list, one site, day and night.
    expect(lines).toHaveLength(2 + CAMERAS + 4);
  });

  test('each wrong line of an audit set is named, and nothing is sent until all are right', async () => {
    await officer.getByRole('button', { name: 'Upload an audit set' }).click();
    const form = officer.getByRole('dialog', { name: 'Upload an audit set' });
    await form.getByRole('button', { name: 'Upload', exact: true }).click();
    await form.getByText('Choose a file without a wrong line.').waitFor();
    await form.getByLabel('Name').fill('Volunteers 2026');
    await form.getByLabel('How the truth was found').fill('Volunteers walked past two cameras');
    await form.getByLabel('Why it is lawful').fill('They agreed in writing');
    await form.getByLabel('From').fill('2026-01-01');
    await form.getByLabel('To').fill('2026-01-31');
    const choose = async (csv: string) => {
      const [chooser] = await Promise.all([
        officer.waitForEvent('filechooser'),
        form.getByLabel('File with the numbers').click(),
      ]);
      await chooser.setFiles({ name: 'audit.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    };
    await choose(`${HEADER}\nage band,18-30,1000,40,8\nage band,31-50,10,40,6\nskin tone,x,1000,4,9\n`);
    await form.getByText('2 lines are wrong').waitFor();
    await form.getByText('Line 3:').waitFor();
    await form.getByText('there are more false alerts than alerts.').waitFor();
    await screenshot(officer, 'face-audit-wrong-lines');
    await form.getByRole('button', { name: 'Upload', exact: true }).click();
    expect(await db.selectFrom('face_audit_set').selectAll().execute()).toEqual([]);
    await choose(`${HEADER}\nage band,18-30,1000,40,8\nage band,31-50,1200,40,16\nage band,51+,900,30,3\n`);
    await form.getByText('3 groups were read').waitFor();
    await form.getByRole('button', { name: 'Upload', exact: true }).click();
    await proveIdentity(officer, officerAccount.newPassword);
    await form.waitFor({ state: 'detached' });
    await officer.getByText('Volunteers 2026').waitFor();
    await officer.getByRole('heading', { name: /Wrong most often: 31-50/ }).waitFor();
    await screenshot(officer, 'face-audit');
  });

  test('oversight is numbers and when matches are deleted', async () => {
    await officer.getByRole('link', { name: 'Oversight' }).click();
    await officer.getByText('Rejected matches are deleted after 30 days').waitFor();
    await officer.getByText('Open a search now').waitFor();
    await screenshot(officer, 'face-oversight');
  });

  test('an auditor reads the same, uploads nothing, and is told why a match exists without a picture of it', async () => {
    const match = await room.raise();
    const auditor = await room.enter(browser, await room.addPerson('auditor', 'Zafar Iqbal'), '/faces');
    await auditor.getByText('Volunteers 2026').waitFor();
    expect(await auditor.getByRole('button', { name: 'Upload an audit set' }).count()).toBe(0);
    expect(await auditor.getByRole('link', { name: 'Possible matches' }).count()).toBe(0);
    await auditor.goto(`/explain/face-match/${match.id}`);
    await auditor.getByText('In force when it was searched').waitFor();
    await auditor.getByText('Told once the match is decided').waitFor();
    await auditor.getByText('The match and its pictures are not open to your role').first().waitFor();
    expect(await auditor.locator('main img').count()).toBe(0);
    await screenshot(auditor, 'face-explain-auditor');
  });

  test.each([
    ['a phone in Urdu, light', 'ur', 'light', 390],
    ['a wide screen in Urdu, dark', 'ur', 'dark', 1440],
    ['a phone in English, dark', 'en', 'dark', 390],
  ] as const)('on %s no page is wider than its window', async (_name, language, theme, width) => {
    const person = await room.addPerson('supervisor', `Reader ${language} ${theme} ${width}`);
    const page = await room.enter(browser, person, '/faces/reports', { language, theme, width, height: 844 });
    await page.getByText('Volunteers 2026').waitFor();
    for (const place of ['reports', 'oversight']) {
      await page.goto(`/faces/${place}`);
      await page.locator('h1').waitFor();
      const overflow = () => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      await expect.poll(overflow).toBeLessThanOrEqual(0);
      // Not until the network is idle: the page hears of changes as long as it is open.
      await expect.poll(() => page.locator('[class*=Skeleton]').count()).toBe(0);
      await screenshot(page, `face-${place}-${language}-${theme}-${width}`);
    }
  });

  test('no page threw an error and nothing was asked of another host', () => {
    expect(browser.complaints).toEqual([]);
  });
});
