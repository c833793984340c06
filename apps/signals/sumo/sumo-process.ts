import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { basename } from 'node:path';
import { TraciClient } from '../traci/traci-client.ts';
import { TraciConnection } from '../traci/traci-connection.ts';
import { SumoError } from './sumo-error.ts';

/** Where Debian puts SUMO's data, if its tools are installed too. */
const DEBIAN_HOME = '/usr/share/sumo';
/** The oldest TraCI that this client speaks (SUMO 1.0). */
const OLDEST_PROTOCOL = 18;
const STARTING_MS = 60_000;
const STDERR_LIMIT = 20_000;

/** A running SUMO that is led through TraCI. */
export class SumoProcess implements AsyncDisposable {
  readonly client: TraciClient;
  readonly #connection: TraciConnection;
  readonly #child: ChildProcess;
  readonly #complaint: () => string | null;

  private constructor(child: ChildProcess, connection: TraciConnection, complaint: () => string | null) {
    this.#child = child;
    this.#connection = connection;
    this.#complaint = complaint;
    this.client = new TraciClient(connection);
  }

  /**
   * Starts SUMO and connects to it.
   * @param options its command line, without the port
   * @throws SumoError `SUMO_MISSING`, `SUMO_FAILED` with SUMO's own reason, `SUMO_VERSION`
   */
  static async start(options: readonly string[], program = 'sumo'): Promise<SumoProcess> {
    const port = await freePort();
    const home = process.env.SUMO_HOME ?? (existsSync(DEBIAN_HOME) ? DEBIAN_HOME : undefined);
    const child = spawn(program, [...options, '--remote-port', String(port)], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: home === undefined ? process.env : { ...process.env, SUMO_HOME: home },
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-STDERR_LIMIT);
    });
    const complaint = () => complaintIn(stderr);
    const ended = new AbortController();
    const missing = new Promise<never>((_, reject) => {
      child.once('error', (cause) => {
        const sentence =
          'SUMO is not installed, which simulates the traffic: ./amaan doctor --install gets it (Debian: sudo apt-get install -y --no-install-recommends sumo).';
        reject(new SumoError('SUMO_MISSING', sentence, { cause }));
        ended.abort();
      });
    });
    missing.catch(() => undefined);
    child.once('close', () => ended.abort());
    try {
      const signal = AbortSignal.any([ended.signal, AbortSignal.timeout(STARTING_MS)]);
      const connection = await Promise.race([TraciConnection.open(port, signal), missing]);
      const sumo = new SumoProcess(child, connection, complaint);
      await sumo.#checkVersion();
      return sumo;
    } catch (cause) {
      // The error of a program that is not there comes a moment after the connection gave up.
      await Promise.race([missing, ended.signal.aborted ? Promise.resolve() : null]);
      child.kill('SIGKILL');
      if (cause instanceof SumoError) throw cause;
      throw new SumoError('SUMO_FAILED', `SUMO did not start: ${complaint() ?? 'it gave no reason'}.`, {
        cause,
      });
    }
  }

  /**
   * Runs something that talks to SUMO, and gives SUMO's own reason where it ends under it.
   * @throws SumoError `SUMO_FAILED`
   */
  async guard<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (cause) {
      if ((cause as { code?: string }).code !== 'TRACI_CONNECTION_LOST') throw cause;
      await this.#ended();
      const reason = this.#complaint() ?? `it ended with ${this.#child.signalCode ?? this.#child.exitCode}`;
      throw new SumoError('SUMO_FAILED', `SUMO ended in the middle of the run: ${reason}.`, { cause });
    }
  }

  /** Ends the simulation and waits until SUMO has written its files. */
  async finish(): Promise<void> {
    await this.client.close();
    await this.#ended();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#connection[Symbol.asyncDispose]();
    if (this.#child.exitCode === null && this.#child.signalCode === null) this.#child.kill('SIGKILL');
    await this.#ended();
  }

  async #checkVersion(): Promise<void> {
    const { protocol, name } = await this.client.version();
    if (protocol >= OLDEST_PROTOCOL) return;
    const sentence = `${name} speaks version ${protocol} of TraCI; version ${OLDEST_PROTOCOL} or newer is needed (SUMO 1.0).`;
    throw new SumoError('SUMO_VERSION', sentence);
  }

  async #ended(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) await once(this.#child, 'close');
  }
}

/** The first error that SUMO told, with the file that it is in, without its prefix and full stop. */
function complaintIn(stderr: string): string | null {
  const lines = stderr.split('\n').map((line) => line.trim());
  const errors = lines.findIndex((text) => text.startsWith('Error:'));
  const at = errors >= 0 ? errors : lines.findIndex((text) => text !== '');
  if (at < 0) return null;
  const reason = lines[at]!.replace(/^Error:\s*/, '').replace(/\.$/, '');
  const file = lines.slice(at + 1).find((text) => text.startsWith('In file'));
  return file === undefined ? reason : `${reason} (${basename(file.replaceAll("'", ''))})`;
}

/** A port that nobody listens on at this moment. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
