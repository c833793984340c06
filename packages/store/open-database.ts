import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { columnParsers } from './column-types.ts';
import type { Schema } from './schema.ts';

/** What every query takes: the database, or a transaction that the caller holds. */
export type Database = Kysely<Schema>;

export interface DatabaseOptions {
  /** Connections at most. A process of the embedded default needs few; PostgreSQL allows 100 in all. */
  readonly maxConnections?: number;
  /** Told of connections that broke, for instance because the server restarted; maybe twice of one. */
  readonly onConnectionError?: (error: Error) => void;
}

/**
 * Opens a pool of connections to PostgreSQL (15 or newer). Nothing is sent before the first query.
 * The caller owns it: `await db.destroy()` closes it once running queries have ended.
 *
 * @example
 * const db = openDatabase('postgresql://amaan:secret@127.0.0.1:5433/amaan');
 * await migrate(db);
 */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: 10_000,
    application_name: 'amaan',
    types: {
      getTypeParser: (oid, format) =>
        (format !== 'binary' && columnParsers[oid]) || pg.types.getTypeParser(oid, format),
    },
  });
  // A connection that breaks is replaced by the pool, and a query on it fails; but without a listener its
  // `error` event would end the process. The pool listens to idle ones only, hence both.
  const report = (error: Error) => options.onConnectionError?.(error);
  pool.on('error', report);
  pool.on('connect', (client) => client.on('error', report));
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}
