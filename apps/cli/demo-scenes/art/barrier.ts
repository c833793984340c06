import type { Drawing } from '../sprite.ts';

/** The arm of a gate barrier, `length` centimetres to the left of its axle. */
export function barrierArm(length: number): Drawing {
  const stripes: string[] = [];
  for (let from = 40; from < length; from += 80) {
    const width = Math.min(40, length - from);
    stripes.push(`<rect x="${-from - width}" y="-5.500" width="${width}" height="11" fill="#b3211c"/>`);
  }
  const body = `
    <rect x="${-length}" y="-5.500" width="${length + 30}" height="11" rx="2" fill="#e9e8e2"/>${stripes.join('')}
    <rect x="${-length}" y="2" width="${length + 30}" height="3.500" fill="#000" opacity=".28"/>
    <rect x="14" y="-9" width="26" height="18" rx="2" fill="#3a3f44"/><circle r="6" fill="#22262a"/>`;
  return { left: -length - 4, top: -12, width: length + 50, height: 24, body };
}
