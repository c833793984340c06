/** SQLSTATE classes (PostgreSQL, appendix A) that speak of the data and not of the connection or the disk. */
const DATA_EXCEPTION = '22';
const INTEGRITY_VIOLATION = '23';

/** Whether an error says that the database can never hold a value, so that trying again is useless. */
export function isUnstorable(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return false;
  return (
    /^[0-9A-Z]{5}$/.test(error.code) &&
    (error.code.startsWith(DATA_EXCEPTION) || error.code.startsWith(INTEGRITY_VIOLATION))
  );
}
