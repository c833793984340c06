import { ApiClient } from '@amaan/cli/api-client';
import { startDemo } from '@amaan/cli/testing/start-demo';
import type { Deployment } from '@amaan/cli/up/deployment';
import type { Role } from '@amaan/contracts/api/me';
import { Camera } from '@amaan/contracts/camera';
import type { Position } from '@amaan/contracts/geometry';
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
    await using stack = new AsyncDisposableStack();
    const { deployment, folder } = stack.use(await startDemo());
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

  /** A camera at a place, of which no picture will ever come. */
  async addCamera(name: string, position: Position): Promise<Camera> {
    const client = new ApiClient(this.deployment.url, this.deployment.localToken);
    return Camera.parse(await client.post('/api/cameras', { name, url: `/nowhere/${name}.mp4`, position }));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#stack.disposeAsync();
  }
}
