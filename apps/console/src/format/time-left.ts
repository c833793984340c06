/** Less than this is done too soon to say how long the rest takes. */
const LEAST_PROGRESS = 0.02;

/**
 * Milliseconds that something takes on, if it goes on as it went; null while that cannot be said.
 * @param now Unix time in milliseconds
 */
export function timeLeft(
  {
    state,
    progress,
    startedAt,
  }: { readonly state: string; readonly progress: number; readonly startedAt: string | null },
  now: number,
): number | null {
  if (state !== 'running' || startedAt === null || progress < LEAST_PROGRESS) return null;
  const passed = Math.max(0, now - Date.parse(startedAt));
  return (passed * (1 - progress)) / progress;
}
