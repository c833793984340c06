import type { Kysely, KyselyPlugin, PluginTransformResultArgs, QueryResult, UnknownRow } from 'kysely';
import type { AccountTables } from './account-tables.ts';
import type { Database } from './open-database.ts';

const DATE_COLUMNS = [
  'createdAt',
  'updatedAt',
  'expiresAt',
  'accessTokenExpiresAt',
  'refreshTokenExpiresAt',
] as const;

/**
 * The same database as `better-auth` wants it: its tables only, instants as `Date`. (It compares expiry
 * dates with `<`, which an ISO string would always fail, so sessions would never end.)
 *
 * @example betterAuth({ database: { db: authDatabase(db), type: 'postgres' }, … })
 */
export function authDatabase(db: Database): Kysely<AccountTables> {
  return db.withPlugin(new DatePlugin()).$pickTables<keyof AccountTables>();
}

class DatePlugin implements KyselyPlugin {
  transformQuery: KyselyPlugin['transformQuery'] = ({ node }) => node;

  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return { ...result, rows: result.rows.map(withDates) };
  }
}

function withDates(row: UnknownRow): UnknownRow {
  const dates = DATE_COLUMNS.flatMap((column) => {
    const value = row[column];
    return typeof value === 'string' ? [[column, new Date(value)] as const] : [];
  });
  return { ...row, ...Object.fromEntries(dates) };
}
