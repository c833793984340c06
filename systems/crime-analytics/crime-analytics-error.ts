import { AmaanError } from '@amaan/contracts/problem';

/** An analysis cannot be made from what was given; its code says why, its message says what to change. */
export class CrimeAnalyticsError extends AmaanError {}
