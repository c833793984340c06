import { setTimeout as delay } from 'node:timers/promises';
import { findChromium } from '@amaan/cli/doctor/find-chromium';
import { AlertPage } from '@amaan/contracts/api/alert-queue';
import { AmaanError } from '@amaan/contracts/problem';
import { chromium, type Page } from 'playwright-core';
import { demoAccount, demoSession } from './demo-session.ts';
import type { Benchmark } from './figure.ts';
import { percentile } from './percentile.ts';
import { startBenchDeployment } from './with-deployment.ts';

const CAMERAS = 2;
/** Alerts that are measured at least, and how long they may take. */
const ALERTS = 40;
const LIMIT_MS = 300_000;

/**
 * From the moment that ffmpeg's frame is read to the alert's card in a browser: two cameras, one console.
 * Both ends are read off one clock, since everything runs on this machine.
 */
export const benchAlertLatency: Benchmark = async function* ({ file }) {
  await using bench = await startBenchDeployment(CAMERAS, file, (line) => console.error(line));
  const executablePath = await findChromium();
  if (executablePath === null)
    throw new AmaanError('CHROMIUM_MISSING', 'Chromium is missing: ./amaan doctor --install');
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
    ],
  });
  try {
    const page = await browser.newPage();
    const supervisor = demoAccount(bench.deployment.demoAccounts, 'supervisor');
    await signIn(page, bench.deployment.url, supervisor);
    await page.evaluate(NOTE_CARDS);
    const appeared = await waitForCards(page);
    const cookie = await demoSession(bench.deployment.url, supervisor);
    const answer = await fetch(new URL('/api/alerts?limit=200', bench.deployment.url), {
      headers: { cookie },
    });
    const { alerts } = AlertPage.parse(await answer.json());
    const latencies = alerts.flatMap(({ id, observation }) => {
      const at = appeared.get(id);
      return at === undefined ? [] : [at - Date.parse(observation.capturedAt)];
    });
    const common = { benchmark: 'latency', unit: 'ms' } as const;
    yield { ...common, name: 'alerts measured', value: latencies.length, unit: 'alerts' };
    yield { ...common, name: 'frame read to card visible, median', value: percentile(latencies, 0.5) };
    const p95 = percentile(latencies, 0.95);
    yield {
      ...common,
      name: 'frame read to card visible, p95',
      value: p95,
      aim: '≤ 1000 ms',
      met: p95 <= 1000,
    };
    yield { ...common, name: 'frame read to card visible, worst', value: Math.max(...latencies) };
  } finally {
    await browser.close();
  }
};

async function signIn(
  page: Page,
  url: string,
  { username, password }: { username: string; password: string },
): Promise<void> {
  await page.goto(url);
  await page.fill('input[autocomplete="username"]', username);
  await page.fill('input[type="password"]', password);
  await page.keyboard.press('Enter');
  await page.waitForSelector('li[id^="alert-"], [data-empty]', { timeout: 120_000 });
}

/**
 * Runs in the page: keeps when each card came; those that are there already do not count. After a mutation
 * the card is in the document; the next animation frame is the first that can show it.
 */
const NOTE_CARDS = `{
  const seen = (globalThis.amaanCards = new Map());
  const note = (at) => {
    for (const card of document.querySelectorAll('li[id^="alert-"]')) {
      const id = card.id.slice('alert-'.length);
      if (!seen.has(id)) seen.set(id, at);
    }
  };
  note(null);
  new MutationObserver(() => requestAnimationFrame(() => note(Date.now()))).observe(document.body, {
    childList: true,
    subtree: true,
  });
}`;

async function waitForCards(page: Page): Promise<Map<string, number>> {
  const deadline = Date.now() + LIMIT_MS;
  for (;;) {
    const seen = await page.evaluate<[string, number | null][]>('[...amaanCards]');
    const timed = new Map(seen.flatMap(([id, at]) => (at === null ? [] : [[id, at] as const])));
    if (timed.size >= ALERTS || Date.now() > deadline) return timed;
    await delay(1_000);
  }
}
