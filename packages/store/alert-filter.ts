import type { ALERT_STATES } from '@amaan/contracts/alert';
import type { SiteScope } from '@amaan/contracts/api/me';
import { Identifier } from '@amaan/contracts/identifier';
import { Instant } from '@amaan/contracts/instant';
import { AmaanError } from '@amaan/contracts/problem';
import type { Priority } from '@amaan/contracts/scene-rule';
import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely';
import type { Schema } from './schema.ts';
import { withinSites } from './within-sites.ts';

/** Which alerts. What is left out does not restrict; an empty list lets nothing through. */
export interface AlertFilter {
  readonly states?: readonly (typeof ALERT_STATES)[number][];
  readonly priorities?: readonly Priority[];
  readonly siteId?: Identifier;
  /** Only of these sites: whoever asks sees no others. */
  readonly sites?: SiteScope;
  readonly cameraId?: Identifier;
  readonly simulated?: boolean;
  /** Raised at this instant or later. */
  readonly from?: Instant;
  /** Raised before this instant. */
  readonly to?: Instant;
}

export interface AlertPageRequest extends AlertFilter {
  readonly limit: number;
  /** `nextCursor` of the page before. */
  readonly after?: string;
}

/** `CURSOR_INVALID`: a page was asked for with a cursor that no page gave. */
export class CursorError extends AmaanError {}

/**
 * The conditions of a filter, for a query that reads `alert`.
 * @example db.selectFrom('alert').where(alertCondition(filter))
 */
export function alertCondition(filter: AlertFilter) {
  return (where: ExpressionBuilder<Schema, 'alert'>) => {
    const { states, priorities, siteId, sites, cameraId, simulated, from, to } = filter;
    const conditions = [];
    if (states !== undefined) conditions.push(where('alert.state', '=', anyOf(states)));
    if (priorities !== undefined) conditions.push(where('alert.priority', '=', anyOf(priorities)));
    if (siteId !== undefined) conditions.push(where('alert.site_id', '=', siteId));
    if (sites !== undefined) conditions.push(withinSites('alert.site_id', sites));
    if (cameraId !== undefined) conditions.push(where('alert.camera_id', '=', cameraId));
    if (simulated !== undefined) conditions.push(where('alert.simulated', '=', simulated));
    if (from !== undefined) conditions.push(where('alert.raised_at', '>=', from));
    if (to !== undefined) conditions.push(where('alert.raised_at', '<', to));
    return where.and(conditions);
  };
}

/** Unlike `IN`, it may be empty. */
function anyOf<Value extends string>(values: readonly Value[]): RawBuilder<Value> {
  return sql<Value>`any(${[...values]}::text[])`;
}

/** The place of an alert in the list, as an opaque text for URLs. */
export function cursorAfter(raisedAt: Instant, id: Identifier): string {
  return Buffer.from(`${raisedAt} ${id}`).toString('base64url');
}

/** @throws CursorError `CURSOR_INVALID` */
export function readCursor(cursor: string): { raisedAt: Instant; id: Identifier } {
  const [raisedAt, id] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const place = { raisedAt: Instant.safeParse(raisedAt), id: Identifier.safeParse(id) };
  if (!place.raisedAt.success || !place.id.success) {
    throw new CursorError('CURSOR_INVALID', 'The cursor is not one that a page of alerts gave.');
  }
  return { raisedAt: place.raisedAt.data, id: place.id.data };
}
