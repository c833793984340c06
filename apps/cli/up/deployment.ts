import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Hub, type HubOptions } from '@amaan/bus/hub';
import { AmaanError } from '@amaan/contracts/problem';
import { ServerMessage } from '@amaan/server/parent-messages';
import { EmbeddedPostgres } from '@amaan/store/embedded-postgres';
import { freePort } from '@amaan/store/postgres/free-port';
import { projectRoot } from '../project.ts';
import { consoleDist } from '../setup/prepare-console.ts';
import { DataFolderClaim, type RunningDeployment } from './run-file.ts';
import { SupervisedChild } from './supervised-child.ts';

/** Minutes that the server may take from start to its first answer: migrations of a large database included. */
const READY_WITHIN = 1;
/** … and where a demonstration is filled before it, by the services that people use, on a machine that is busy. */
const FILLED_WITHIN = 4;

/**
 * glibc's malloc keeps what was freed, the more the longer it runs; with fixed thresholds it gives large
 * blocks back at once. It takes a quarter off a worker's memory. Other C libraries ignore the names.
 */
const FRUGAL_MALLOC = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
};

export interface DeploymentOptions {
  readonly dataFolder: string;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** PostgreSQL elsewhere; the embedded one when null. */
  readonly databaseUrl: string | null;
  /** Made-up people and decisions, so that everything can be tried. */
  readonly demo?: boolean;
  readonly log: (line: string) => void;
  /** Told of reports from the moment that the server has committed them. */
  readonly onAcknowledged?: HubOptions['onAcknowledged'];
}

/**
 * Everything of one machine: database, bus, server, worker, redactor and signal control. Disposing it stops all in the reverse order;
 * children that die by themselves are started again.
 */
export class Deployment implements AsyncDisposable {
  /** The bus, whose hub outlives every child. */
  readonly hub: Hub;
  readonly server: SupervisedChild;
  readonly worker: SupervisedChild;
  /** Masks what people see. */
  readonly redactor: SupervisedChild;
  /** Leads signals of junctions that people let be controlled, and proposes at others. */
  readonly signals: SupervisedChild;
  readonly databaseUrl: string;
  /** Where the console answers. */
  readonly url: string;
  /** What the machine's own command line shows instead of a sign-in. */
  readonly localToken: string;
  /** User name and one-time password of the first administrator, until somebody has signed in with it. */
  readonly firstSignIn: { readonly username: string; readonly password: string } | null;
  /** Who can sign in to a demonstration; empty when this is none. */
  readonly demoAccounts: RunningDeployment['demoAccounts'];
  readonly #options: DeploymentOptions;
  readonly #owned: AsyncDisposableStack;

  private constructor(
    options: DeploymentOptions,
    owned: AsyncDisposableStack,
    parts: Pick<
      Deployment,
      | 'hub'
      | 'server'
      | 'worker'
      | 'redactor'
      | 'signals'
      | 'databaseUrl'
      | 'url'
      | 'localToken'
      | 'firstSignIn'
      | 'demoAccounts'
    >,
  ) {
    this.#options = options;
    this.#owned = owned;
    this.hub = parts.hub;
    this.server = parts.server;
    this.worker = parts.worker;
    this.redactor = parts.redactor;
    this.signals = parts.signals;
    this.databaseUrl = parts.databaseUrl;
    this.url = parts.url;
    this.localToken = parts.localToken;
    this.firstSignIn = parts.firstSignIn;
    this.demoAccounts = parts.demoAccounts;
  }

  /**
   * Starts everything and waits until the console answers.
   * @throws AmaanError `ALREADY_RUNNING`, `DATA_FOLDER_UNWRITABLE`, `SERVER_NOT_READY`, `PORT_TAKEN`, and those of the database.
   */
  static async start(options: DeploymentOptions): Promise<Deployment> {
    const { dataFolder, log } = options;
    const port = await chosenPort(options.port);
    await using stack = new AsyncDisposableStack();
    const localToken = randomBytes(32).toString('base64url');
    const claim = stack.use(
      await DataFolderClaim.take(dataFolder, {
        pid: process.pid,
        url: null,
        localToken,
        databaseUrl: null,
        demoAccounts: [],
      }),
    );
    await mkdir(join(dataFolder, 'objects'), { recursive: true });
    log('starting the database …');
    const databaseUrl =
      options.databaseUrl ??
      stack.use(await EmbeddedPostgres.start({ folder: join(dataFolder, 'postgres') })).url;
    const { onAcknowledged } = options;
    const hub = stack.use(
      new Hub({ onProblem: (problem) => log(problem.message), ...(onAcknowledged && { onAcknowledged }) }),
    );
    const env = { AMAAN_DATA: dataFolder };

    log('starting the server …');
    const ready = Promise.withResolvers<string>();
    let firstSignIn: Deployment['firstSignIn'] = null;
    let demoAccounts: Deployment['demoAccounts'] = [];
    const server = stack.use(
      new SupervisedChild({
        name: 'server',
        entry: join(projectRoot, 'apps/server/main.ts'),
        env: {
          ...env,
          AMAAN_DATABASE_URL: databaseUrl,
          AMAAN_HOST: options.host,
          AMAAN_PORT: String(port),
          AMAAN_CONSOLE: consoleDist,
          AMAAN_COMMAND_LINE_TOKEN: localToken,
          AMAAN_DEMO: String(options.demo ?? false),
        },
        hub,
        log,
        onMessage: (message) => {
          const parsed = ServerMessage.safeParse(message);
          if (!parsed.success) return;
          const { data } = parsed;
          if (data.type === 'ready') ready.resolve(data.url);
          else if (data.type === 'demo-accounts') demoAccounts = data.accounts;
          else firstSignIn = { username: data.username, password: data.password };
        },
      }),
    );
    const url = await withinTime(ready.promise, options.demo ? FILLED_WITHIN : READY_WITHIN);
    await claim.update({ pid: process.pid, url, localToken, databaseUrl, demoAccounts });

    log('starting the worker …');
    const worker = stack.use(
      new SupervisedChild({
        name: 'worker',
        entry: join(projectRoot, 'apps/worker/main.ts'),
        env: { ...FRUGAL_MALLOC, ...env },
        hub,
        log,
      }),
    );
    log('starting the redactor …');
    const redactor = stack.use(
      new SupervisedChild({
        name: 'redactor',
        entry: join(projectRoot, 'apps/redactor/main.ts'),
        env: { ...FRUGAL_MALLOC, ...env },
        hub,
        log,
      }),
    );
    log('starting signal control …');
    const signals = stack.use(
      new SupervisedChild({
        name: 'signals',
        entry: join(projectRoot, 'apps/signals/main.ts'),
        env: { ...FRUGAL_MALLOC, ...env },
        hub,
        log,
      }),
    );
    const parts = {
      hub,
      server,
      worker,
      redactor,
      signals,
      databaseUrl,
      url,
      localToken,
      firstSignIn,
      demoAccounts,
    };
    return new Deployment(options, stack.move(), parts);
  }

  /** Starts a further child on the bus, which stops with the deployment. */
  addChild(name: string, entry: string, env: Readonly<Record<string, string>> = {}): SupervisedChild {
    const { dataFolder, log } = this.#options;
    return this.#owned.use(
      new SupervisedChild({ name, entry, env: { AMAAN_DATA: dataFolder, ...env }, hub: this.hub, log }),
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#owned[Symbol.asyncDispose]();
  }
}

/** Chosen once, so that a server that is started again answers where consoles look for it. */
async function chosenPort(wanted: number): Promise<number> {
  const port = await freePort(wanted === 0 ? undefined : wanted);
  if (wanted === 0 || port === wanted) return port;
  throw new AmaanError(
    'PORT_TAKEN',
    `Port ${wanted} is taken by another program. Name another one: --port ${port} is free.`,
  );
}

async function withinTime(ready: Promise<string>, minutes: number): Promise<string> {
  const timeout = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    timeout.reject(
      new AmaanError(
        'SERVER_NOT_READY',
        `The server did not come up within ${minutes} min; what it said stands above. Nothing was lost: run it again.`,
      ),
    );
  }, minutes * 60_000);
  try {
    return await Promise.race([ready, timeout.promise]);
  } finally {
    clearTimeout(timer);
  }
}
