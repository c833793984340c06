/** From the paper to dark red. @param share 0–1 */
export function shade(share: number): string {
  const at = Math.max(0, Math.min(1, share));
  const mix = (from: number, to: number) => Math.round(from + (to - from) * at);
  const hex = (value: number) => value.toString(16).padStart(2, '0');
  return `#${hex(mix(253, 145))}${hex(mix(236, 20))}${hex(mix(226, 30))}`;
}
