/** Whether a text has fewer letters than it needs, spaces at its ends not counted. */
export function isShorter(text: string, least: number): boolean {
  return text.trim().length < least;
}
