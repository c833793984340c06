import { seededRandom } from '@amaan/contracts/seeded-random';
import type { Drawing } from '../sprite.ts';

/** A broad tree of `height` centimetres; equal seeds give equal trees. */
export function tree(height: number, seed: number): Drawing {
  const random = seededRandom(seed);
  const crown = height * 0.34;
  const leaves: string[] = [];
  for (let index = 0; index < 260; index++) {
    const angle = random() * 2 * Math.PI;
    const reach = Math.sqrt(random());
    const x = Math.cos(angle) * crown * reach;
    const y = -height * 0.66 + Math.sin(angle) * crown * 0.92 * reach;
    const lit = 0.5 - (Math.sin(angle) * reach) / 2 + (random() - 0.5) * 0.5;
    const green = Math.round(52 + lit * 72);
    const size = crown * (0.07 + random() * 0.11);
    leaves.push(
      `<ellipse cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" rx="${size.toFixed(1)}" ry="${(size * 0.7).toFixed(1)}" fill="rgb(${Math.round(green * 0.62)},${green},${Math.round(green * 0.4)})"/>`,
    );
  }
  const trunk = height * 0.022;
  const body = `
    <path d="M${-trunk} 0L${-trunk * 0.6} ${-height * 0.5}H${trunk * 0.7}L${trunk * 1.2} 0Z" fill="#5a4634"/>
    <path d="M0 ${-height * 0.4}L${-crown * 0.5} ${-height * 0.6}M0 ${-height * 0.36}L${crown * 0.55} ${-height * 0.58}" stroke="#54402f" stroke-width="${trunk}"/>
    ${leaves.join('')}`;
  return { left: -crown * 1.2, top: -height * 1.04, width: crown * 2.4, height: height * 1.06, body };
}
