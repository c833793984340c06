import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { consoleDist, prepareConsole } from '@amaan/cli/setup/prepare-console';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import { somebody } from '@amaan/server/testing/access-table';
import { fakeMasking } from '@amaan/server/testing/fake-masking';
import { issueTestChallan } from '@amaan/server/testing/issued-challan';
import { startTestServer, type TestServer } from '@amaan/server/testing/start-test-server';
import { TestGateway } from '@amaan/server/violations/payments/test-gateway';
import { insertEvidenceItems } from '@amaan/store/evidence-items';
import { ensureSite } from '@amaan/store/sites';
import { createTestDatabase } from '@amaan/store/test-database';
import type { StoredChallan } from '@amaan/store/violations/challans';
import { getViolationCase } from '@amaan/store/violations/violation-cases';
import { sharp } from '@amaan/vision/image/configured-sharp';
import { findFfmpeg } from '@amaan/vision/sources/find-ffmpeg';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConsoleBrowser, chromiumPath, type PageOptions, screenshot, withChromium } from './browser.ts';

const PHONE = { width: 360, height: 740, theme: 'light' } as const;
const DESK = { width: 1280, height: 900, theme: 'light' } as const;
const WORDS = 'The signal was green. My neighbour was with me and can say so.';

describe.skipIf(!chromiumPath)(withChromium('a citizen with a notice'), () => {
  let server: TestServer;
  let browser: ConsoleBrowser;
  let challan: StoredChallan;
  let folder: string;
  let photo: Buffer;

  beforeAll(async () => {
    await prepareConsole();
    folder = await mkdtemp(join(tmpdir(), 'amaan-challan-'));
    // What is masked is a picture again, so that a browser shows it.
    const masking = fakeMasking();
    const mask: typeof masking.mask = async (object) => ({
      ...(await masking.mask(object)),
      bytes: Buffer.from(object.bytes),
      outputDigest: digestOfBytes(object.bytes),
    });
    server = await startTestServer(await createTestDatabase(), {
      consoleDir: consoleDist,
      masking: { mask },
      paymentGateway: await TestGateway.open({ folder: join(folder, 'gateway'), now: Date.now }),
    });
    challan = await issue();
    photo = await sharp(await street('#7a8b99'))
      .jpeg()
      .toBuffer();
    browser = await ConsoleBrowser.launch(await server.app.listen({ host: '127.0.0.1', port: 0 }));
  }, 400_000);
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await server?.[Symbol.asyncDispose]();
    await server?.db.destroy();
    await rm(folder, { recursive: true, force: true });
  });

  /** A challan with pictures of entry and exit, a plate and a clip. */
  async function issue(): Promise<StoredChallan> {
    const { db, objects, services } = server;
    const site = await ensureSite(db, 'Lahore');
    const at = Date.now() - 3 * 24 * 60 * 60_000;
    const issued = await issueTestChallan(db, services.violations.challans, { siteId: site.id, at });
    const { observationId, capturedAt } = (await getViolationCase(db, issued.caseId))!;
    const plate = await sharp({ create: { width: 180, height: 60, channels: 3, background: 'white' } })
      .composite([{ input: Buffer.from(svg(180, 60, '<text x="12" y="44" font-size="38">LEA 4521</text>')) }])
      .jpeg()
      .toBuffer();
    const pieces = [
      ['picture', await street('#b8402f'), 'image/jpeg'],
      ['exit-picture', await street('#b8402f', 120), 'image/jpeg'],
      ['plate-crop', plate, 'image/jpeg'],
      ['clip', await clip(), 'video/mp4'],
    ] as const;
    for (const [kind, content, mediaType] of pieces) {
      const digest = await objects.put(content);
      await insertEvidenceItems(db, [
        { observationId, capturedAt, kind, digest, mediaType, bytes: content.length },
      ]);
    }
    return issued;
  }

  async function clip(): Promise<Buffer> {
    const path = join(folder, 'clip.mp4');
    const source = ['-f', 'lavfi', '-i', 'testsrc=size=320x180:rate=10:duration=2'];
    await promisify(execFile)((await findFfmpeg()).path, [...source, '-pix_fmt', 'yuv420p', '-y', path]);
    return readFile(path);
  }

  async function open(options: PageOptions, hash = ''): Promise<Page> {
    const page = await browser.open(options);
    await page.goto(`/challan${hash}`);
    return page;
  }

  async function fill(page: Page, typed: { plate?: string; number?: string }): Promise<void> {
    const fields = page.locator('form input[type=text], form input:not([type])');
    if (typed.plate !== undefined) await fields.nth(0).fill(typed.plate);
    if (typed.number !== undefined) await fields.nth(1).fill(typed.number);
    await page.locator('button[type=submit]').click();
  }

  /** Nothing sticks out of a narrow screen, whatever the language. */
  const expectNoSideways = async (page: Page) =>
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBe(0);

  test('is told a slip of the finger before it counts, and what does not fit in plain words', async () => {
    const page = await open(PHONE, `#${challan.number}`);
    const number = page.getByLabel('Challan number');
    await expect.poll(() => number.inputValue()).toBe(challan.number);
    await expect.poll(() => page.url()).not.toContain('#');
    let asked = 0;
    page.on('request', (request) => {
      asked += request.url().includes('/lookup') ? 1 : 0;
    });
    await fill(page, { plate: 'LEA 4521', number: challan.number.replace(/.$/, '?') });
    await page.getByText('One character of this number cannot be right').waitFor();
    expect(asked).toBe(0);
    await fill(page, { plate: 'LEA 4520', number: challan.number });
    await page.getByText('No challan with this plate and number').waitFor();
    await expectNoSideways(page);
    await screenshot(page, 'challan-unknown-en-360');
  });

  test('sees what the officer saw, on a phone, and nothing of it in the address or after a reload', async () => {
    const page = await open(PHONE);
    await page.getByRole('heading', { name: 'Look at your challan' }).waitFor();
    await screenshot(page, 'challan-lookup-en-360');
    await fill(page, { plate: 'lea-4521', number: challan.number.toLowerCase() });
    await page.getByRole('heading', { name: `Challan ${challan.number}` }).waitFor();
    for (const alt of ['The vehicle at the line', 'The vehicle beyond the line', 'The plate LEA4521']) {
      const picture = page.getByAltText(alt);
      await expect
        .poll(() =>
          picture.evaluate((element) => (element as unknown as { naturalWidth: number }).naturalWidth),
        )
        .toBeGreaterThan(0);
    }
    const video = page.locator('video');
    await expect
      .poll(() => video.evaluate((element) => (element as unknown as { duration: number }).duration))
      .toBeGreaterThan(1);
    await page.getByText('Red for at least 3 s when it crossed the stop line').waitFor();
    await expectNoSideways(page);
    await screenshotWhole(page, 'challan-open-en-360');
    expect(page.url()).toMatch(/\/challan$/);
    await page.reload();
    await page.getByRole('heading', { name: 'Look at your challan' }).waitFor();
  });

  test('contests it with a picture; what is no picture is refused in words', async () => {
    const page = await open(PHONE);
    await fill(page, { plate: challan.plate, number: challan.number });
    await page.getByRole('button', { name: 'Contest this challan' }).click();
    await page.getByRole('button', { name: 'Send and freeze the fine' }).click();
    await page.getByText('Choose at least one reason').waitFor();
    await page.getByLabel('The signal was not red').check();
    await page.getByLabel('In your own words').fill(WORDS);
    const input = page.locator('input[type=file]');
    await input.setInputFiles({ name: 'trap.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<html>') });
    await page.getByText('none of JPEG, PNG or PDF').waitFor();
    await input.setInputFiles({ name: 'سڑک.jpg', mimeType: 'image/jpeg', buffer: photo });
    await page.getByRole('button', { name: 'Remove سڑک.jpg' }).waitFor();
    await screenshotWhole(page, 'challan-contest-en-360');
    await page.getByRole('button', { name: 'Send and freeze the fine' }).click();
    await page.getByText('Frozen: your contest is open').waitFor();
    await expectNoSideways(page);
    await screenshotWhole(page, 'challan-frozen-en-360');
  });

  test('reads in Urdu how it stands, and then why it was decided so', async () => {
    const page = await open({ ...DESK, language: 'ur' });
    await page.getByRole('heading', { name: 'اپنا چالان دیکھیں' }).waitFor();
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    await screenshot(page, 'challan-lookup-ur-1280');
    await fill(page, { plate: 'LEA ۴۵۲۱', number: challan.number });
    await page.getByText('منجمد: آپ کا اعتراض زیرِ غور ہے').waitFor();
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    await screenshotWhole(page, 'challan-frozen-ur-1280');

    const { id } = await server.db.selectFrom('contest').select('id').executeTakeFirstOrThrow();
    const explanation = {
      en: 'The clip shows the signal at red for three seconds before the line.',
      ur: 'ویڈیو میں گاڑی کے لکیر تک پہنچنے سے تین سیکنڈ پہلے بتی سرخ نظر آتی ہے۔',
    };
    const other = somebody('traffic-reviewer', { person: 'another officer', name: 'Another officer' });
    await server.services.redress.decisions.decide(id, { outcome: 'upheld', explanation }, other);

    const phone = await open({ ...PHONE, language: 'ur', theme: 'dark' });
    await fill(phone, { plate: challan.plate, number: challan.number });
    await phone.getByText(explanation.ur).waitFor();
    expect(await phone.locator('body').innerText()).not.toContain('Another officer');
    await expectNoSideways(phone);
    await screenshotWhole(phone, 'challan-upheld-ur-360');
  });

  test('saves the notice, and pays where no money moves', async () => {
    const page = await open(PHONE);
    const other = await issue();
    await fill(page, { plate: other.plate, number: other.number });
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the notice (PDF)' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe(`${other.number}.pdf`);
    expect((await readFile(await saved.path())).subarray(0, 5).toString()).toBe('%PDF-');
    await page.getByRole('button', { name: 'Pay as a TEST' }).click();
    await page.getByText('Paid', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Pay as a TEST' }).waitFor({ state: 'detached' });
    await expectNoSideways(page);
    await screenshotWhole(page, 'challan-paid-en-360');
  });

  test('waits after too many attempts, and reads for how long', async () => {
    const page = await open(DESK);
    const other = await issue();
    for (let at = 0; at < 8; at++) {
      const answered = page.waitForResponse((answer) => answer.url().includes('/lookup'));
      await fill(page, { plate: `WRONG${at}`, number: other.number });
      if ((await answered).status() === 429) break;
    }
    await page.getByText('Too many attempts').waitFor();
    await page.getByText(/Try again in \d+ s/).waitFor();
    await screenshot(page, 'challan-too-many-en-1280');
  });

  test('sees no error and leaves no trace elsewhere', () => {
    expect(browser.complaints).toEqual([]);
    const lines = server.log.join('\n');
    expect(lines).not.toContain(challan.number);
    expect(lines).not.toContain(challan.plate);
  });
});

async function screenshotWhole(page: Page, name: string): Promise<void> {
  const { width, height } = page.viewportSize()!;
  const whole = await page.evaluate<number>('document.documentElement.scrollHeight');
  await page.setViewportSize({ width, height: whole });
  await screenshot(page, name);
  await page.setViewportSize({ width, height });
}

function svg(width: number, height: number, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${content}</svg>`;
}

/** A street from above the stop line, with a car of a colour so many pixels further on. */
function street(colour: string, on = 0): Promise<Buffer> {
  const car = `<rect x="295" y="${230 - on}" width="60" height="72" rx="10" fill="${colour}"/>`;
  const covered = `<rect x="90" y="250" width="70" height="80" rx="10" fill="#dfe4e8"/><rect x="112" y="312" width="28" height="10" fill="#808080"/>`;
  const road = `<rect width="640" height="360" fill="#4b5560"/><path d="M0 0H200L0 330ZM640 0H440L640 330Z" fill="#6f8a5b"/>`;
  const line = '<path d="M60 252H580" stroke="#fff" stroke-width="6"/>';
  return sharp(Buffer.from(svg(640, 360, road + line + car + covered)))
    .jpeg()
    .toBuffer();
}
