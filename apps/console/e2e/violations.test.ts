import { consoleDist, prepareConsole } from '@amaan/cli/setup/prepare-console';
import { DemoVehicleRegistry } from '@amaan/server/demo/violations/demo-registry';
import { suspectViolation } from '@amaan/server/demo/violations/suspect-violation';
import { approveSystem } from '@amaan/server/testing/approve-system';
import { transparentMasking } from '@amaan/server/testing/fake-masking';
import { signInAs } from '@amaan/server/testing/sign-in-as';
import { startTestServer, TEST_MODEL, type TestServer } from '@amaan/server/testing/start-test-server';
import {
  addTrafficCamera,
  approveTraffic,
  RECTANGLE,
  type TrafficCamera,
  twoLanes,
} from '@amaan/server/testing/traffic-camera';
import { createTestDatabase } from '@amaan/store/test-database';
import { trafficManagement } from '@amaan/traffic-management/system';
import { trafficViolations } from '@amaan/traffic-violations/system';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConsoleBrowser, chromiumPath, screenshot, withChromium } from './browser.ts';
import { addPerson, enterFirst } from './room-person.ts';

const MINUTE = 60_000;
const WHY = {
  en: 'The clip shows the signal at red before the line, so the challan stands.',
  ur: 'ویڈیو میں لکیر سے پہلے بتی سرخ نظر آتی ہے، اس لیے چالان برقرار ہے۔',
};

describe.skipIf(!chromiumPath)(withChromium('officers and traffic violations, in a browser'), () => {
  let server: TestServer;
  let browser: ConsoleBrowser;
  let camera: TrafficCamera;
  let reviewer: Page;
  let supervisor: Page;

  beforeAll(async () => {
    await prepareConsole();
    server = await startTestServer(await createTestDatabase(), {
      consoleDir: consoleDist,
      masking: transparentMasking(),
      registry: new DemoVehicleRegistry(),
      violations: { secondLookShare: 0, allowUncheckedLaw: true },
      readModels: async () => [{ ...TEST_MODEL, id: trafficManagement.models[0]! }],
    });
    await approveTraffic(server);
    camera = await addTrafficCamera(
      server,
      await signInAs(server, 'administrator'),
      await signInAs(server, 'supervisor'),
      { name: 'Fawara Chowk north', input: twoLanes({ calibration: RECTANGLE }) },
    );
    // With a permit of its own what is found can be explained.
    await approveSystem(server.db, server.services, trafficViolations);
    await server.services.permitUpkeep.followSystems();
    await suspect();
    browser = await ConsoleBrowser.launch(await server.app.listen({ host: '127.0.0.1', port: 0 }));
    const chief = await addPerson(server, 'supervisor', 'Sana Malik');
    const officer = await addPerson(server, 'traffic-reviewer', 'Ayesha Khan');
    reviewer = await enterFirst(browser, officer, '/');
    supervisor = await enterFirst(browser, chief, '/violations/review?view=held');
  }, 400_000);

  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await server?.[Symbol.asyncDispose]();
    await server?.db.destroy();
  });

  /** Three plain cases, one of them a speed, and one of a vehicle that was sold. */
  async function suspect(): Promise<void> {
    const desk = { db: server.db, objects: server.objects, now: () => Date.now() };
    const { id: cameraId, siteId } = camera.camera;
    const orders = [
      { plate: 'LEA1347' },
      { plate: 'MNK4471', kind: 'speed' },
      { plate: 'LHR7413' },
      { plate: 'LED2001' },
    ] as const;
    for (const [index, order] of orders.entries())
      await suspectViolation(desk, {
        ...{ ...order, cameraId, siteId, track: index + 1, pictures: 'drawn', simulated: false },
        at: Date.now() - (30 - 3 * index) * MINUTE,
      });
    await server.services.violations.intake.run();
  }

  const plateOf = (page: Page) => page.locator('section[aria-label="Plate"]');
  const isShown = (page: Page, alt: string) =>
    expect
      .poll(() =>
        page
          .getByAltText(alt)
          .evaluate((picture) => (picture as unknown as { naturalWidth: number }).naturalWidth),
      )
      .toBeGreaterThan(0);

  test('a reviewer begins at the review, and goes through it with keys alone', async () => {
    await reviewer.waitForURL('**/violations/review');
    await reviewer.getByRole('link', { name: /LHR7413/ }).waitFor();
    await reviewer.keyboard.press('j');
    await plateOf(reviewer).getByText('LEA1347').waitFor();
    await isShown(reviewer, 'The vehicle: At the line');
    await isShown(reviewer, 'The vehicle: Beyond it');
    await reviewer.getByText(/Red for at least 3.8 s/).waitFor();
    await reviewer.getByText(/Proven, together 37 of 250 ms/).waitFor();
    await screenshot(reviewer, 'violation-review-en-1440');
    // The other picture, and the clip.
    await reviewer.keyboard.press('v');
    await expect
      .poll(() =>
        reviewer
          .locator('video')
          .evaluate((element) => (element as unknown as { duration: number }).duration),
      )
      .toBeGreaterThan(1);
    await reviewer.keyboard.press('a');
    await isShown(reviewer, 'The vehicle: Beyond it');
    // Nothing is recorded before an answer is chosen.
    await reviewer.getByRole('button', { name: 'Record' }).click();
    await reviewer.getByText('Choose an answer first.').waitFor();
    await reviewer.keyboard.press('c');
    await reviewer.keyboard.press('Enter');
    await reviewer.getByText('Recorded: Confirmed').waitFor();
    // The next one comes by itself.
    await plateOf(reviewer).getByText('MNK4471').waitFor();
    await reviewer.getByText('At least 77 km/h where 60 km/h is allowed.').waitFor();
    await reviewer.keyboard.press('6');
    const note = reviewer.getByLabel('Note', { exact: true });
    // What is written there chooses no answer.
    await note.pressSequentially('chased by an ambulance');
    expect(await reviewer.getByLabel('Something else').isChecked()).toBe(true);
    await note.press('Enter');
    await reviewer.getByText('Recorded: Rejected').waitFor();
    await plateOf(reviewer).getByText('LHR7413').waitFor();
    await reviewer.keyboard.press('h');
    await reviewer.getByLabel('Note', { exact: true }).fill('The make looks wrong.');
    await reviewer.getByLabel('Note', { exact: true }).press('Enter');
    await reviewer.getByText('Nothing waits for you').waitFor();
  });

  test('a supervisor reads in words why a case is held, and decides it with a reason', async () => {
    await supervisor.getByRole('link', { name: /LED2001/ }).click();
    await supervisor.getByRole('heading', { name: 'Held: no fine without a supervisor' }).waitFor();
    await supervisor.getByText('The vehicle was sold').first().waitFor();
    await screenshot(supervisor, 'violation-held-en-1440');
    await supervisor.getByLabel('Reject: no fine').check();
    await supervisor.getByRole('button', { name: 'Record' }).click();
    await supervisor.getByText('At least 10 characters.').waitFor();
    await supervisor.getByLabel('Why').fill('It was sold before the violation.');
    await supervisor.getByRole('button', { name: 'Record' }).click();
    await supervisor.getByText('Recorded: Rejected').waitFor();
    await supervisor.getByRole('link', { name: /LHR7413/ }).waitFor();
  });

  test('the confirmed one is a challan; to look for a plate one says first what for', async () => {
    await supervisor.getByRole('link', { name: 'Challans' }).click();
    await supervisor.getByRole('link', { name: /LEA1347/ }).click();
    await supervisor.getByRole('heading', { name: /^Challan PB-/ }).waitFor();
    await supervisor.getByText('Ayesha Khan').first().waitFor();
    await supervisor.getByRole('heading', { name: 'Law and challan' }).waitFor();
    await supervisor.getByText('Confirmed by Ayesha Khan').waitFor();
    await screenshot(supervisor, 'violation-challan-en-1440');
    await supervisor.getByPlaceholder('Challan number or plate').fill('LEA 1347');
    await supervisor.getByRole('button', { name: 'Search' }).click();
    await supervisor.getByRole('dialog').getByLabel('In your words').waitFor();
    await supervisor.keyboard.press('Escape');
    await supervisor.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('a contest is decided by somebody else, with an explanation in both languages', async () => {
    const [challan] = await server.db.selectFrom('challan').select(['number', 'plate']).execute();
    const found = await server.app.inject({
      ...{ method: 'POST', url: '/api/public/challans/lookup' },
      payload: { plate: challan!.plate, number: challan!.number },
    });
    const sent = await server.app.inject({
      ...{ method: 'POST', url: '/api/public/challans/contest' },
      headers: { 'x-challan-token': found.json().token },
      payload: { reasons: ['signal-not-red'], text: 'سگنل سبز تھا، میں گواہ لا سکتا ہوں۔', files: [] },
    });
    expect(sent.statusCode).toBe(201);
    // Who confirmed the case reads the contest and may not decide it.
    await reviewer.getByRole('link', { name: 'Contests' }).click();
    await reviewer.getByRole('link', { name: /The signal was not red/ }).click();
    await reviewer.getByText('You took part in the review of this case').waitFor();
    await supervisor.getByRole('link', { name: 'Contests' }).click();
    await supervisor.getByRole('link', { name: /The signal was not red/ }).click();
    await supervisor.getByText('سگنل سبز تھا', { exact: false }).waitFor();
    await isShown(supervisor, 'The vehicle: At the line');
    await screenshot(supervisor, 'violation-contest-en-1440');
    await supervisor.getByLabel('The challan stands').check();
    await supervisor.getByLabel('Explanation to the citizen, in English').fill(WHY.en);
    await supervisor.getByRole('button', { name: 'Record the decision' }).click();
    await supervisor.getByText('At least 20 characters, in both languages.').first().waitFor();
    await supervisor.getByLabel('Explanation to the citizen, in Urdu').fill(WHY.ur);
    await supervisor.getByRole('button', { name: 'Record the decision' }).click();
    await supervisor.getByText('The decision is recorded.').waitFor();
  });

  test('rules are proposed from the lanes, drawn, and saved as a version', async () => {
    await supervisor.getByRole('link', { name: 'Enforcement' }).click();
    await supervisor.getByRole('link', { name: 'Fawara Chowk north' }).click();
    await supervisor.getByRole('button', { name: 'Add a rule' }).click();
    await supervisor.getByRole('menuitem', { name: 'No parking' }).click();
    await supervisor.getByRole('button', { name: 'Save as a new version' }).click();
    await supervisor.getByText('Not drawn yet: Zone').waitFor();
    await supervisor.getByRole('button', { name: 'Zone' }).click();
    const canvas = supervisor.getByRole('application');
    // With the keyboard alone: Enter puts a zone into the middle.
    await canvas.focus();
    await canvas.press('Enter');
    await supervisor.getByText('Not drawn yet: Zone').waitFor({ state: 'detached' });
    await screenshot(supervisor, 'violation-enforcement-en-1440');
    await supervisor.getByRole('button', { name: 'Save as a new version' }).click();
    await supervisor.getByText('Version 1', { exact: true }).waitFor();
  });

  test('many challans are taken back after a second person has said so', async () => {
    await supervisor.getByRole('link', { name: 'Bulk cancel' }).click();
    await supervisor.getByRole('button', { name: 'Cancel challans of a camera' }).click();
    await supervisor.getByRole('button', { name: 'Show what it concerns' }).click();
    await supervisor.getByText('Choose a camera and a time').waitFor();
    await supervisor.getByRole('combobox', { name: 'Camera' }).click();
    await supervisor.getByRole('option', { name: 'Fawara Chowk north' }).click();
    const local = (at: number) =>
      new Date(at - new Date().getTimezoneOffset() * MINUTE).toISOString().slice(0, 16);
    await supervisor.getByLabel('Violations from').fill(local(Date.now() - 120 * MINUTE));
    await supervisor.getByLabel('until').fill(local(Date.now() + MINUTE));
    await supervisor.getByRole('button', { name: 'Show what it concerns' }).click();
    await supervisor.getByRole('heading', { name: /1 challan would be cancelled/ }).waitFor();
    await supervisor.getByLabel('What was wrong, in English').fill('The stop line was drawn too early.');
    await supervisor.getByLabel('What was wrong, in Urdu').fill('رکنے کی لکیر بہت پہلے بنا دی گئی تھی۔');
    await supervisor.getByRole('button', { name: 'Ask for the cancellation' }).click();
    await supervisor.getByText('You asked for it, so somebody else decides.').waitFor();
    const second = await addPerson(server, 'governance-officer', 'Kamran Butt');
    const page = await enterFirst(browser, second, '/violations/bulk-cancel');
    await page.getByRole('link', { name: /Waits for a second person/ }).click();
    await page.getByLabel('Yes, cancel them').check();
    await page.getByLabel('Note').fill('Looked at the line.');
    await page.getByRole('button', { name: 'Record the decision' }).click();
    await page.getByText('1 cancelled', { exact: false }).waitFor({ timeout: 30_000 });
    await screenshot(page, 'violation-bulk-en-1440');
  });

  test('the figures say what was found, and how many answers were wrong beside how many there were', async () => {
    await supervisor.getByRole('link', { name: 'Figures' }).click();
    await supervisor.getByText('Of 1 challans issued 1 was cancelled', { exact: false }).waitFor();
    await supervisor.getByRole('columnheader', { name: /Error rate/ }).waitFor();
    await supervisor.getByRole('row', { name: /Ayesha Khan/ }).waitFor();
    await screenshot(supervisor, 'violation-figures-en-1440');
  });

  test('stays within a narrow screen, and in Urdu', async () => {
    const options = { language: 'ur', theme: 'light', width: 390, height: 800 } as const;
    const officer = await addPerson(server, 'supervisor', 'Bilal Ahmed');
    const page = await enterFirst(browser, officer, '/violations/review?view=held', options);
    await page.getByRole('link', { name: /LHR7413/ }).click();
    await page.getByRole('heading', { name: 'روکا گیا: نگران کے بغیر کوئی جرمانہ نہیں' }).waitFor();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    await screenshot(page, 'violation-held-ur-390');
    expect(browser.complaints).toEqual([]);
  });
});
