import { readFile } from 'node:fs/promises';
import { csvText } from '@amaan/contracts/csv-text';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { screenshot } from './browser.ts';
import type { DemoRoom } from './demo-room.ts';

/** What an analyst finds about the service's performance. */
export function performanceTests(room: () => DemoRoom): void {
  let page: Page;

  beforeAll(async () => {
    page = await room().enter('analyst');
  });

  const view = (name: string) =>
    page.getByRole('navigation', { name: 'What is shown' }).getByRole('link', { name }).click();

  test('calls stand beside alerts, marked as simulated', async () => {
    await page.goto('/governance/performance?source=simulated&days=30');
    await page.getByRole('heading', { name: 'Emergency calls' }).waitFor();
    await page.getByText(/[\d,]+ calls in this time\./).waitFor();
    await page.getByText('SIMULATED', { exact: true }).first().waitFor();
    await page.getByRole('cell', { name: 'Station A (made up)' }).waitFor();
    await screenshot(page, 'performance-figures');
  });

  test('a control chart says whether anything changed, and its data is a table', async () => {
    await view('Control chart');
    await page
      .getByRole('heading', { name: /points show a sign of change|No sign that the process changed/ })
      .waitFor();
    await screenshot(page, 'performance-chart');
    await page.getByRole('button', { name: 'Show as a table' }).click();
    await page.getByRole('columnheader', { name: 'Lower limit' }).waitFor();
  });

  test('a ranking says which ranks cannot be told apart', async () => {
    await view('Ranking');
    await page.getByLabel('Compare').first().click();
    await page.getByRole('option', { name: 'Stations' }).click();
    await page.getByText(/Ranks cannot be told apart among Station/).waitFor();
    expect(new URL(page.url()).searchParams.get('by')).toBe('station');
    await screenshot(page, 'performance-league');
  });

  test('records that cannot be right are named with what they mean', async () => {
    await view('Data quality');
    await page.getByText(/were closed without an arrival, though a unit was sent/).waitFor();
    await page.getByText(/No call came for \d\sh/).waitFor();
    await screenshot(page, 'performance-quality');
  });

  test('a file is looked at before it is kept, and its columns about persons are not read', async () => {
    await view('Sources');
    await page
      .getByRole('cell', { name: /Simulated helpline/ })
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Bring a file' }).click();
    const dialog = page.getByRole('dialog', { name: 'Bring a file' });
    const rows = [
      ['X-1', 'Made-up caller', 'Lahore', '2026-11-01 10:00'],
      ['X-2', 'Made-up caller', 'Lahore', 'noon'],
    ];
    const csv = csvText(['Call No', 'Caller Name', 'City', 'Call Time'], rows);
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      dialog.getByRole('button', { name: 'File', exact: true }).click(),
    ]);
    await chooser.setFiles({ name: 'calls.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await dialog.getByText('Columns that stay unread:').waitFor();
    await dialog.getByText('Line 3:').waitFor();
    await screenshot(page, 'performance-import');
    await page.keyboard.press('Escape');
  });

  test('the weekly report of simulated calls was made at the start, and is a PDF', async () => {
    await view('Weekly reports');
    const link = page.getByRole('link', { name: 'Download the report' }).first();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/^service-report-.*-simulated\.pdf$/);
    expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');
    await screenshot(page, 'performance-reports');
  });
}
