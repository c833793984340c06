import { CALL_SEPARATORS, CallMapping } from '@amaan/contracts/service/call-import';
import { CALL_FIELDS, type CallField } from '@amaan/contracts/service/emergency-call';
import { isPersonalColumn } from '@amaan/contracts/tables/personal-columns';

/** Names of columns as dispatch systems write them, in lower case and without marks, likeliest first. */
const NAMES: Record<CallField, readonly string[]> = {
  callId: [
    'callid',
    'call no',
    'incidentid',
    'incidentno',
    'incidentnumber',
    'eventid',
    'caseid',
    'ticketid',
    'ticketno',
    'callnumber',
    'callno',
    'id',
  ],
  saidAt: ['updatedat', 'lastupdated', 'modifiedat', 'saidat'],
  site: ['site', 'city', 'district', 'شہر', 'ضلع'],
  station: ['station', 'policestation', 'ps', 'stationname', 'post', 'تھانہ'],
  kind: ['kind', 'calltype', 'type', 'eventtype', 'incidenttype', 'category', 'nature', 'قسم'],
  priority: ['priority', 'prioritylevel', 'urgency', 'ترجیح'],
  unitKind: ['unitkind', 'unittype', 'vehicletype', 'responsetype'],
  longitude: ['longitude', 'lon', 'lng', 'long', 'x'],
  latitude: ['latitude', 'lat', 'y'],
  receivedAt: [
    'receivedat',
    'received',
    'calltime',
    'callreceived',
    'callreceivedat',
    'createdat',
    'created',
    'reportedat',
    'datetime',
    'time',
    'وقت',
  ],
  dispatchedAt: ['dispatchedat', 'dispatched', 'dispatchtime', 'assignedat', 'assigned', 'روانگی'],
  arrivedAt: ['arrivedat', 'arrived', 'arrivaltime', 'onscene', 'onsceneat', 'reachedat', 'reached', 'آمد'],
  closedAt: ['closedat', 'closed', 'closuretime', 'closetime', 'clearedat', 'cleared', 'resolvedat', 'بند'],
};

/** The mark that divides the cells of a header: the one that divides it into most. */
export function guessSeparator(header: string): CallMapping['separator'] {
  const counted = CALL_SEPARATORS.map((separator) => ({ separator, cells: header.split(separator).length }));
  return counted.reduce((best, one) => (one.cells > best.cells ? one : best)).separator;
}

/**
 * Which column is what, by their names. A column whose name is about persons is never any.
 * @returns null when the call's id or the time at which it was received is not found
 */
export function guessCallMapping(
  columns: readonly string[],
  separator: CallMapping['separator'],
): CallMapping | null {
  const named = new Map<string, string>();
  for (const column of columns) {
    const key = column.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
    if (!isPersonalColumn(column) && !named.has(key)) named.set(key, column);
  }
  const found: Partial<Record<CallField, string>> = {};
  for (const field of CALL_FIELDS) {
    const name = NAMES[field].find((one) => named.has(one));
    if (name === undefined) continue;
    found[field] = named.get(name)!;
    named.delete(name);
  }
  const mapping = CallMapping.safeParse({ separator, columns: found });
  return mapping.success ? mapping.data : null;
}
