import { AmaanError, Problem } from '@amaan/contracts/problem';
import { MOST_REPORTS_AT_ONCE } from '@amaan/contracts/service/call-feed';
import { CallsTaken } from '@amaan/contracts/service/emergency-call';

/** What became of some reports. */
export type CallCounts = Pick<CallsTaken, 'added' | 'changed' | 'known' | 'contradictions' | 'refusedCount'>;

/**
 * Sends reports to the feed of a running server, as a dispatch system would, in batches of the size that it takes.
 * @param feed its address, with the path that was told when it was opened
 * @throws AmaanError `FEED_UNREACHABLE`; `FEED_BUSY`: the server asks to come again, or is not well; or the server's own code
 */
export async function sendReports(
  feed: URL,
  token: string,
  reports: readonly object[],
  now: number,
): Promise<CallCounts> {
  const sum = { added: 0, changed: 0, known: 0, contradictions: 0, refusedCount: 0 };
  // An empty batch is a sign of life.
  for (let from = 0; from === 0 || from < reports.length; from += MOST_REPORTS_AT_ONCE) {
    const taken = await sendBatch(feed, token, reports.slice(from, from + MOST_REPORTS_AT_ONCE), now);
    for (const key of Object.keys(sum) as (keyof CallCounts)[]) sum[key] += taken[key];
  }
  return sum;
}

async function sendBatch(
  feed: URL,
  token: string,
  reports: readonly object[],
  now: number,
): Promise<CallsTaken> {
  const response = await fetch(feed, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ sentAt: new Date(now).toISOString(), reports }),
  }).catch((cause: unknown) => {
    throw new AmaanError('FEED_UNREACHABLE', `The server of ${feed.host} does not answer.`, { cause });
  });
  if (response.status === 429 || response.status >= 500)
    throw new AmaanError('FEED_BUSY', `The server of ${feed.host} answers ${response.status}.`);
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return CallsTaken.parse(answer);
  const problem = Problem.safeParse(answer);
  if (problem.success) throw new AmaanError(problem.data.code, problem.data.detail);
  throw new AmaanError('SERVER_ANSWER', `The server answered ${response.status}.`);
}
