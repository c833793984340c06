import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareConsole } from '@amaan/cli/setup/prepare-console';
import { prepareModels } from '@amaan/cli/setup/prepare-models';
import { Deployment } from '@amaan/cli/up/deployment';
import type { Role } from '@amaan/contracts/api/me';
import type { Page } from 'playwright-core';
import { ConsoleBrowser, type Credentials, type PageOptions, signIn } from './browser.ts';

/** A whole deployment with the demonstration's accounts, in a folder of its own, and a browser on it. */
export class DemoRoom implements AsyncDisposable {
  readonly deployment: Deployment;
  readonly browser: ConsoleBrowser;
  /** For files of the test; deleted with the room. */
  readonly folder: string;
  readonly #stack: AsyncDisposableStack;

  private constructor(
    parts: Pick<DemoRoom, 'deployment' | 'browser' | 'folder'>,
    stack: AsyncDisposableStack,
  ) {
    this.deployment = parts.deployment;
    this.browser = parts.browser;
    this.folder = parts.folder;
    this.#stack = stack;
  }

  /** Prepares models and console where needed. What was begun ends again when a later step fails. */
  static async open(): Promise<DemoRoom> {
    await prepareModels();
    await prepareConsole();
    await using stack = new AsyncDisposableStack();
    const folder = await mkdtemp(join(tmpdir(), 'amaan-e2e-'));
    stack.defer(() => rm(folder, { recursive: true, force: true }));
    const deployment = stack.use(
      await Deployment.start({
        ...{ dataFolder: folder, host: '127.0.0.1', port: 0, databaseUrl: null, demo: true },
        log: () => {},
      }),
    );
    const browser = stack.use(await ConsoleBrowser.launch(deployment.url));
    return new DemoRoom({ deployment, browser, folder }, stack.move());
  }

  /** The demonstration's account of a role. */
  account(role: Role): Credentials {
    return this.deployment.demoAccounts.find((each) => each.role === role)!;
  }

  /** A page on which somebody of a role is signed in. */
  async enter(role: Role, options?: PageOptions): Promise<Page> {
    const page = await this.browser.open(options);
    await signIn(page, this.account(role));
    return page;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#stack.disposeAsync();
  }
}
