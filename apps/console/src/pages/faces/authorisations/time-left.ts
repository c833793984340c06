import type { FaceAuthorisation } from '@amaan/contracts/faces/face-authorisation';

/** What time does to an authorisation next, and how many milliseconds from now. */
export type TimeLeft =
  | { readonly kind: 'ended' | 'urgent-over' | 'over' }
  | { readonly kind: 'urgent' | 'begins' | 'left'; readonly milliseconds: number };

/**
 * An urgent one that nobody has approved dies first of that; one that nobody decided yet has the time until its window
 * ends.
 * @param now Unix time in milliseconds
 */
export function timeLeft(
  { state, approveBy, from, to }: Pick<FaceAuthorisation, 'state' | 'approveBy' | 'from' | 'to'>,
  now: number,
): TimeLeft {
  if (state === 'ended') return { kind: 'ended' };
  const end = Date.parse(to);
  if (end <= now) return { kind: 'over' };
  if (approveBy !== null && Date.parse(approveBy) < end) {
    const milliseconds = Date.parse(approveBy) - now;
    return milliseconds <= 0 ? { kind: 'urgent-over' } : { kind: 'urgent', milliseconds };
  }
  const begin = Date.parse(from);
  return begin > now
    ? { kind: 'begins', milliseconds: begin - now }
    : { kind: 'left', milliseconds: end - now };
}
