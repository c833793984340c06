/** The state of a `datetime-local` input is local time without a zone; the address holds UTC. */
export function toLocalInput(instant: string | undefined): string {
  if (instant === undefined) return '';
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return '';
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The instant of a `datetime-local` input, or undefined while it is empty. */
export const fromLocalInput = (local: string) => (local === '' ? undefined : new Date(local).toISOString());
