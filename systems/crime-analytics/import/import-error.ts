import { AmaanError } from '@amaan/contracts/problem';

/**
 * A file or a mapping that cannot be imported at all; nothing of it is kept. `IMPORT_FORMAT`, `IMPORT_EMPTY`,
 * `IMPORT_DAMAGED`, `IMPORT_COLUMN` (the mapping names a column that is not there), `IMPORT_PERSONAL_COLUMN`,
 * `IMPORT_TOO_MANY_OFFENCES`, `IMPORT_MAPPING`, `BOUNDARIES_INVALID`.
 */
export class ImportError extends AmaanError {}
