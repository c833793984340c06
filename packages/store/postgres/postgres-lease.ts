import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { PostgresError } from './postgres-error.ts';

/** Any number, the same in every version of Amaan. */
const OWNER_LOCK = 0x616d_6161;
const RELEASE_MS = 2000;

/**
 * The right to be the one owner of a running server: a connection that holds an advisory lock. It is given
 * back by the server itself when its holder dies in whatever way, so an orphaned server can be told from
 * one in use. The connection also tells when the server goes away.
 */
export class PostgresLease implements AsyncDisposable {
  readonly client: pg.Client;
  /** Resolves when the connection has ended: by disposal, or because the server is gone. */
  readonly ended: Promise<void>;

  private constructor(client: pg.Client) {
    this.client = client;
    this.ended = new Promise((resolve) => client.once('end', resolve));
  }

  /**
   * Connects as superuser and takes the lock.
   * @throws PostgresError `DATABASE_FOLDER_IN_USE` when another process owns the server
   */
  static async take(url: string, folder: string): Promise<PostgresLease> {
    const client = new pg.Client({ connectionString: url, application_name: 'amaan-owner', keepAlive: true });
    // A lost connection is seen by its `end`.
    client.on('error', () => {});
    await client.connect();
    const lease = new PostgresLease(client);
    // The server may need a moment to notice that the last owner died.
    for (const deadline = Date.now() + RELEASE_MS; ; await delay(50)) {
      const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS taken', [OWNER_LOCK]);
      if (rows[0]?.taken === true) return lease;
      if (Date.now() > deadline) break;
    }
    await client.end();
    throw new PostgresError(
      'DATABASE_FOLDER_IN_USE',
      `Another running Amaan owns the database in ${folder}. Stop it first, or choose another data folder.`,
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.client.end();
  }
}
