import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findChromium } from '@amaan/cli/doctor/find-chromium';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** The Chromium of this machine, or null: tests that need it say so and are skipped by name. */
export const chromiumPath = await findChromium();

const artefacts = join(import.meta.dirname, '../../../artefacts');

export interface PageOptions {
  readonly language?: 'en' | 'ur';
  readonly theme?: 'dark' | 'light';
  readonly width?: number;
  readonly height?: number;
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** A headless Chromium that opens the console, and notes what a user should never see. */
export class ConsoleBrowser implements AsyncDisposable {
  readonly #browser: Browser;
  readonly #baseUrl: string;
  readonly #contexts: BrowserContext[] = [];
  /** Uncaught errors of every page, and requests that left the server's own origin. Should stay empty. */
  readonly complaints: string[] = [];

  private constructor(browser: Browser, baseUrl: string) {
    this.#browser = browser;
    this.#baseUrl = baseUrl;
  }

  /** @param baseUrl origin of a running server, for example `http://127.0.0.1:8080` */
  static async launch(baseUrl: string): Promise<ConsoleBrowser> {
    if (chromiumPath === null) throw new Error('Chromium is missing: apt-get install chromium');
    const browser = await chromium.launch({
      executablePath: chromiumPath,
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    return new ConsoleBrowser(browser, baseUrl);
  }

  /** A page of somebody who has not signed in, with their own cookies. */
  async open(options: PageOptions = {}): Promise<Page> {
    const { language = 'en', theme = 'dark', width = 1440, height = 900 } = options;
    const context = await this.#browser.newContext({
      baseURL: this.#baseUrl,
      viewport: { width, height },
      // Nothing that is to be clicked moves, and the machine draws fewer frames.
      reducedMotion: 'reduce',
    });
    // A machine that is merely slow is no fault.
    context.setDefaultTimeout(60_000);
    this.#contexts.push(context);
    await context.addInitScript(
      ([chosenLanguage, chosenTheme]) => {
        localStorage.setItem('amaan.language', chosenLanguage!);
        localStorage.setItem('mantine-color-scheme-value', chosenTheme!);
      },
      [language, theme],
    );
    const page = await context.newPage();
    const { origin } = new URL(this.#baseUrl);
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${error.message}`));
    page.on('request', (request) => {
      const { protocol, origin: target } = new URL(request.url());
      if (protocol.startsWith('http') && target !== origin)
        this.complaints.push(`left the server: ${target}`);
    });
    return page;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#contexts.map((context) => context.close()));
    await this.#browser.close();
  }
}

/**
 * Signs in on the sign-in page, and where a one-time password must be changed, changes it.
 * @param newPassword what the one-time password is changed to
 */
export async function signIn(
  page: Page,
  { username, password }: Credentials,
  newPassword?: string,
): Promise<void> {
  await page.goto('/');
  await page.waitForURL('**/sign-in**');
  await page.locator('input[autocomplete=username]').fill(username);
  await page.locator('input[autocomplete=current-password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => !['/', '/sign-in'].includes(url.pathname));
  if (newPassword === undefined) return;
  await page.waitForURL('**/password');
  // The address changes before the page does, and both pages have a field for the current password.
  await page.locator('input[autocomplete=new-password]').first().waitFor();
  await page.locator('input[autocomplete=current-password]').fill(password);
  for (const field of await page.locator('input[autocomplete=new-password]').all())
    await field.fill(newPassword);
  await page.locator('button[type=submit]').click();
  // Not the root either: it only leads to where this person begins.
  await page.waitForURL((url) => !['/', '/password'].includes(url.pathname));
}

/** Answers the question who one is, which comes before something sensitive, and waits until it is gone. */
export async function proveIdentity(page: Page, password: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' });
  const field = dialog.locator('input[type=password]');
  await field.fill(password);
  await field.press('Enter');
  await dialog.waitFor({ state: 'detached' });
}

/** Says for which case lists of people or vehicles are read, on a page that asks for it. */
export async function statePurpose(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: 'State a purpose' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('In your words').fill(words);
  await dialog.getByRole('button', { name: 'Record and go on' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** The name of a group of tests, which says where they are skipped what they need. */
export function withChromium(name: string): string {
  return chromiumPath ? name : `${name} (needs Chromium: apt-get install chromium)`;
}

/** Keeps a picture of the page under `artefacts/`, for people to look at. */
export async function screenshot(page: Page, name: string): Promise<void> {
  await mkdir(artefacts, { recursive: true });
  await page.screenshot({ path: join(artefacts, `${name}.png`) });
}
