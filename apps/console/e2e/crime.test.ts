import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, proveIdentity, screenshot, withChromium } from './browser.ts';
import { DemoRoom } from './demo-room.ts';

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47];

describe.skipIf(!chromiumPath)(withChromium('crime analytics in a browser'), () => {
  let room: DemoRoom;
  let page: Page;
  let supervisor: Page;

  beforeAll(async () => {
    room = await DemoRoom.open();
    page = await room.enter('analyst');
  }, 400_000);

  afterAll(() => room?.[Symbol.asyncDispose]());

  test('the map shows density with its unit and notes, and hot spots once they are switched on', async () => {
    await page.getByRole('link', { name: 'Crime', exact: true }).click();
    await page.waitForURL('**/crime/map**');
    await page.getByText('Incidents per km² in the period').waitFor();
    const panel = page.getByRole('complementary', { name: 'Layers and what they show' });
    await panel.getByText('Data and method').first().click();
    await panel.getByText('This is about places.').first().waitFor();
    await page.getByText('SIMULATED', { exact: true }).first().waitFor();
    await page.getByRole('switch', { name: 'Significant hot spots' }).press(' ');
    await page.getByText(/of [\d,]+ cells (is a|are) significant hot spots?\./).waitFor();
    // The address holds what is shown.
    expect(new URL(page.url()).searchParams.get('layers')).toContain('hot-spots:80');
    await screenshot(page, 'crime-map');
  });

  test('a period is chosen by keys, and what lies in it is counted anew', async () => {
    const stored = page.getByText(/incidents stored$/);
    const before = await stored.textContent();
    const handle = page.getByRole('slider', { name: 'Beginning of the period' });
    await handle.press('ArrowRight');
    await page.waitForURL(/since=/);
    await expect.poll(() => stored.textContent()).not.toBe(before);
    await handle.press('ArrowLeft');
    await expect.poll(() => stored.textContent()).toBe(before);
  });

  test('the map is saved as a picture, and its figures as GeoJSON', async () => {
    const save = async (name: RegExp) => {
      await page.getByRole('button', { name: 'Export' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name }).click(),
      ]);
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    };
    const picture = await save(/^Picture/);
    expect(picture.name).toMatch(/-crime-map\.png$/);
    expect([...picture.bytes.subarray(0, 4)]).toEqual(PNG_SIGNATURE);
    // Taller than the map alone: title, legend and notes are on it.
    const map = await page.locator('.maplibregl-canvas').boundingBox();
    expect(picture.bytes.readUInt32BE(20)).toBeGreaterThan(map!.height + 100);
    const cells = JSON.parse((await save(/hot spots \(GeoJSON\)$/)).bytes.toString());
    expect(cells.type).toBe('FeatureCollection');
    expect(cells.features.length).toBeGreaterThan(0);
  });

  test('the other places keep the question and say what they find', async () => {
    await page.getByRole('link', { name: 'Time', exact: true }).click();
    await page.getByRole('heading', { name: /is busiest: .* times the mean hour/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('since')).not.toBeNull();
    await page.getByRole('button', { name: 'Show as a table' }).first().click();
    await page.getByRole('columnheader', { name: 'Day of the week' }).waitFor();
    await page.getByRole('link', { name: 'Trends' }).click();
    await page.getByRole('rowheader', { name: 'All offences' }).waitFor();
    await screenshot(page, 'crime-trends');
    await page.getByRole('link', { name: 'Compare' }).click();
    await page.getByRole('heading', { name: /rate ratio|no incident to compare/ }).waitFor();
  });

  test('near repeats are computed when somebody asks, and become advice or none', async () => {
    await page.getByRole('link', { name: 'Near-repeat' }).click();
    const advice = page.getByRole('heading', { name: /^For the next|do not follow each other/ });
    const compute = page.getByRole('button', { name: 'Compute', exact: true });
    await advice.or(compute).first().waitFor();
    if (await compute.isVisible()) await compute.click();
    await advice.waitFor();
    await page.getByRole('heading', { name: 'What it rests on' }).waitFor();
    await screenshot(page, 'crime-near-repeat');
  });

  test('counting officer-initiated offences needs a reason, which stands in the address', async () => {
    await page.getByRole('button', { name: 'Officer-initiated left out' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Count them' }).click();
    await dialog.getByText('Officer-initiated').first().waitFor();
    expect(new URL(page.url()).searchParams.has('officer')).toBe(false);
    await dialog.getByRole('textbox').fill('The council asked where drug offences are recorded');
    await dialog.getByRole('button', { name: 'Count them' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.waitForURL(/officer=/);
    await page.getByRole('button', { name: 'Officer-initiated counted' }).waitFor();
  });

  test('a plan is made from a forecast that is offered, and refused from one that is not', async () => {
    await page.getByRole('link', { name: 'Plans', exact: true }).click();
    await page.getByRole('button', { name: 'Make a plan' }).first().click();
    const forecast = page.getByRole('combobox', { name: 'Forecast' });
    await forecast.click();
    // It may still be computed: the list is read again until it is done.
    await page.getByRole('option', { name: /^Car theft · 14 days from/ }).click({ timeout: 120_000 });
    await page.getByText(/so it is not offered for plans/).waitFor();
    const propose = page.getByRole('button', { name: 'Propose the plan' });
    await propose.click();
    await page.getByText('Write some words.').waitFor();
    await page.getByRole('textbox', { name: 'What it is for' }).fill('Evenings before the holidays');
    await propose.click();
    await page
      .getByText(/^This forecast is not offered for planning: it is not surely better than its baselines/)
      .waitFor();
    await forecast.click();
    await page
      .getByRole('option', { name: /^Mobile phone snatching · 28 days from/ })
      .first()
      .click();
    await page.getByText('It was surely better than counting, so plans may be made with it.').waitFor();
    await propose.click();
    await page.waitForURL(/plan=/);
    await page.getByRole('heading', { name: 'What the bounds changed' }).waitFor();
    await page.getByText(/cells were drawn to be left out: [\d,]+ visits fewer\./).waitFor();
    await page.getByRole('rowheader', { name: 'Made-up old city' }).first().waitFor();
    await page.getByText('SIMULATED', { exact: true }).first().waitFor();
    await screenshot(page, 'crime-plan');
  });

  test('another person decides on it, and nobody on a plan of their own', async () => {
    await page.getByText('A supervisor who did not make it decides on it.').waitFor();
    expect(await page.getByRole('radio').count()).toBe(0);
    supervisor = await room.enter('supervisor');
    await supervisor.goto(new URL(page.url()).pathname + new URL(page.url()).search);
    await supervisor.getByRole('radio', { name: /^Approve/ }).check();
    await supervisor.getByRole('textbox', { name: 'Why' }).fill('Hours are there, areas get their share');
    await supervisor.getByRole('button', { name: 'Record the decision' }).click();
    await proveIdentity(supervisor, room.account('supervisor').password);
    await supervisor.locator('q').getByText('Hours are there, areas get their share').waitFor();
    await supervisor.getByText('Its days are not over yet.').waitFor();
    expect(await supervisor.getByRole('radio').count()).toBe(0);
  });

  test('a plan whose days are over says how it went, without claiming more than can be told', async () => {
    await supervisor
      .getByRole('link', { name: /expected incidents covered.*Approved/s })
      .last()
      .click();
    await supervisor.getByText(/Made afterwards, for weeks that are over/).waitFor();
    await supervisor.getByRole('heading', { name: 'How it went' }).waitFor();
    await supervisor
      .getByText(/^No change can be told:|^In visited places incidents changed|^There are too few/)
      .waitFor();
    await supervisor.getByText(/Compared with places that were drawn to be left out/).waitFor();
    await supervisor.getByRole('rowheader', { name: 'Beside visited ones' }).waitFor();
    await screenshot(supervisor, 'crime-plan-evaluation');
  });

  test('a briefing is printed from it in both languages, and says what is missing before', async () => {
    await supervisor.getByRole('link', { name: 'Briefings', exact: true }).click();
    await supervisor.getByText('Phones snatched: evening shift').waitFor();
    await supervisor.getByRole('button', { name: 'Make a briefing' }).click();
    const dialog = supervisor.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Print it' }).click();
    await dialog.getByText('Write a title.').waitFor();
    await dialog.getByText('Choose an analysis or a plan.').waitFor();
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Evening of the old city');
    await dialog.getByRole('combobox', { name: 'Plan' }).click();
    await supervisor.getByRole('option').first().click();
    const popup = supervisor.waitForEvent('popup');
    await dialog.getByRole('button', { name: 'Print it' }).click();
    await (await popup).close();
    const row = supervisor.getByRole('listitem').filter({ hasText: 'Evening of the old city' });
    const href = await row.getByRole('link', { name: 'Open (PDF)' }).getAttribute('href');
    const pdf = await supervisor.request.get(new URL(href!, supervisor.url()).href);
    expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf']);
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await screenshot(supervisor, 'crime-briefings');
  });

  test('an operator sees the newest density map and no other place', async () => {
    const operator = await room.enter('operator', { language: 'ur', theme: 'light' });
    await operator.goto('/crime');
    await operator.waitForURL('**/crime/map');
    await operator.getByRole('link', { name: 'نقشہ' }).waitFor();
    await operator.getByText('مدت میں فی مربع کلومیٹر واقعات').waitFor();
    expect(await operator.getByRole('link', { name: 'رجحانات' }).count()).toBe(0);
    await screenshot(operator, 'crime-density-ur');
  });

  test('nobody saw an uncaught error, and nothing left the server', () => {
    expect(room.browser.complaints).toEqual([]);
  });
});
