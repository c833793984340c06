import type { FaceMatchLight } from '@amaan/contracts/faces/matches/face-match';
import type { Database } from '@amaan/store/open-database';
import { getServiceTargets } from '@amaan/store/service-performance';

/** Where nobody has said what clock the service goes by. */
const DEFAULT_ZONE = 'Asia/Karachi';

/** The time zone of the service. @param db also a transaction, which must not wait for another connection */
export async function readServiceZone(db: Database): Promise<string> {
  return (await getServiceTargets(db))?.settings.timeZone ?? DEFAULT_ZONE;
}

/**
 * Day from six in the morning to six in the evening of a time zone, else night: as errors of all systems are compared.
 * It is the clock's light and not the picture's, so that faces that matched nobody are counted by it too.
 */
export function lightAt(unixMs: number, timeZone: string): FaceMatchLight {
  const hour = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(unixMs);
  return Number(hour) >= 6 && Number(hour) < 18 ? 'day' : 'night';
}
