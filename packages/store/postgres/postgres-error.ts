import { AmaanError } from '@amaan/contracts/problem';

/**
 * The embedded PostgreSQL cannot run: `DATABASE_PLATFORM_UNSUPPORTED`, `DATABASE_FOLDER_VERSION`,
 * `DATABASE_FOLDER_IN_USE`, `DATABASE_PORT_TAKEN`, `DATABASE_DISK_FULL`, `DATABASE_NO_PERMISSION`,
 * `DATABASE_NO_ACCOUNT` or `DATABASE_START_FAILED`.
 */
export class PostgresError extends AmaanError {}

/** The typed error for what `initdb` or the server wrote before it gave up. */
export function postgresErrorOf(output: string, folder: string): PostgresError {
  const kept = `Nothing that was stored in ${folder} was changed.`;
  if (/No space left on device|Disk quota exceeded|Check free disk space/i.test(output)) {
    return new PostgresError(
      'DATABASE_DISK_FULL',
      `The disk is full, so the database cannot start. ${kept} Make room and start again.`,
    );
  }
  if (/Address already in use|could not bind/i.test(output)) {
    return new PostgresError(
      'DATABASE_PORT_TAKEN',
      `Another program listens on the database's port. ${kept} Stop it or choose another port.`,
    );
  }
  if (/Permission denied|EACCES|Operation not permitted/i.test(output)) {
    return new PostgresError(
      'DATABASE_NO_PERMISSION',
      `The account that PostgreSQL runs as cannot use ${folder}: ${lastLine(output)}. ${kept} Give that account access, choose another data folder, or run as an ordinary user.`,
    );
  }
  return new PostgresError(
    'DATABASE_START_FAILED',
    `PostgreSQL did not start: ${lastLine(output)}. ${kept} Its log is in the same folder.`,
  );
}

/** The line that says most: the first fatal one, otherwise the last one. */
function lastLine(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const line = lines.find((text) => /FATAL|PANIC|error:/i.test(text)) ?? lines.at(-1) ?? 'it gave no reason';
  return line.replace(/^.*?(FATAL|PANIC|error):\s*/, '').replace(/\.$/, '');
}
