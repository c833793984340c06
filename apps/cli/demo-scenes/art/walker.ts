import type { Drawing } from '../sprite.ts';

export interface WalkerLook {
  readonly cloth: string;
  readonly shade: string;
  readonly skin: string;
  readonly hair: string;
  readonly shoes: string;
}

export const WALKERS = {
  grey: { cloth: '#76818a', shade: '#545e66', skin: '#8d6448', hair: '#17130f', shoes: '#2b211a' },
  cream: { cloth: '#dcd3bd', shade: '#b3a98f', skin: '#84583f', hair: '#1d1813', shoes: '#3a2a20' },
  blue: { cloth: '#3f5f86', shade: '#2a4262', skin: '#94694c', hair: '#120f0c', shoes: '#1b1714' },
} as const satisfies Record<string, WalkerLook>;

/** Poses of one full step of both legs. */
export const WALK_PHASES = 12;
/** Centimetres that a walker covers in one cycle of poses. */
export const WALK_CYCLE_CM = 140;

/**
 * A person in shalwar kameez walking to the right, seen from the side, 173 cm tall.
 * @param phase 0 ≤ phase < `WALK_PHASES`.
 */
export function walker(look: WalkerLook, phase: number): Drawing {
  const turn = (2 * Math.PI * phase) / WALK_PHASES;
  const near = leg(Math.sin(turn), Math.cos(turn));
  const far = leg(-Math.sin(turn), -Math.cos(turn));
  const bob = -1.6 * Math.abs(Math.sin(turn));
  const swing = Math.sin(turn) * 24;
  const hem = 5 + 8 * Math.abs(Math.sin(turn));
  const arm = (angle: number, colour: string) =>
    `<g transform="rotate(${angle.toFixed(1)} 1 -139)">
      <path d="M-5 -141C-7 -124 -6 -112 -4 -104L4 -84L10 -86L6 -108C7 -118 7 -130 6 -141Z" fill="${colour}"/>
      <path d="M4 -84L6 -75C8 -72 12 -74 11 -79L10 -86Z" fill="${look.skin}"/></g>`;
  const body = `
    <defs><linearGradient id="cloth" x1="0" x2="1" y1="0" y2="0">
      <stop offset="0" stop-color="${look.shade}"/><stop offset=".6" stop-color="${look.cloth}"/>
      <stop offset="1" stop-color="${look.shade}"/></linearGradient>
      <radialGradient id="ground"><stop offset="0" stop-color="#000" stop-opacity=".55"/>
      <stop offset="1" stop-color="#000" stop-opacity="0"/></radialGradient></defs>
    <ellipse cx="2" cy="-1" rx="44" ry="6" fill="url(#ground)"/>
    ${far(look.shade, look.shoes)}
    <g transform="translate(0 ${bob.toFixed(2)})">${arm(swing, look.shade)}</g>
    ${near(look.cloth, look.shoes)}
    <g transform="translate(0 ${bob.toFixed(2)})">
      <path d="M-14 -143C-17 -122 -16 -96 ${-17 - hem} -54C-6 -50 8 -50 ${17 + hem} -54C16 -92 17 -122 12 -143C6 -149 -8 -149 -14 -143Z" fill="url(#cloth)"/>
      <path d="M-4 -96L${-8 - hem / 2} -54M6 -92L${8 + hem / 2} -54" stroke="${look.shade}" stroke-width="1.6" opacity=".7"/>
      <path d="M-6 -152H6V-142C2 -139 -3 -139 -6 -142Z" fill="${look.skin}"/>
      <path d="M-10 -164C-10 -178 10 -178 11 -165C11.500 -162 13.500 -160 13 -158.500L10.500 -157.500C10.500 -152 7 -149 2 -149C-6 -149 -10 -156 -10 -164Z" fill="${look.skin}"/>
      <path d="M-11 -158C-14 -177 8 -181 12 -168C8 -171 4 -170 1 -167C-1 -163 -2 -160 -4 -158L-6 -153C-9 -154 -10 -156 -11 -158Z" fill="${look.hair}"/>
      <path d="M3 -153C6 -151.500 9 -152 10 -155L10 -151C7 -148 2 -148 -1 -150Z" fill="${look.hair}" opacity=".85"/>
      ${arm(-swing, 'url(#cloth)')}
    </g>`;
  return { left: -52, top: -178, width: 104, height: 186, body };
}

/** Draws a leg whose foot is `reach` (−1 back … 1 front) of half a step from the hip; it lifts coming forward. */
function leg(reach: number, forward: number): (cloth: string, shoe: string) => string {
  const footX = reach * 33;
  const lift = Math.max(0, forward) * 12;
  const kneeX = footX * 0.5 + Math.max(0, forward) * 12;
  const footY = -5 - lift;
  const tilt = reach < 0 ? -reach * 22 : -reach * 12;
  return (cloth, shoe) =>
    `<path d="M-12 -84L${kneeX - 10} -46L${footX - 7} ${footY - 4}H${footX + 7}L${kneeX + 11} -47L12 -84Z" fill="${cloth}" stroke-linejoin="round"/>
     <g transform="rotate(${tilt.toFixed(1)} ${footX} ${footY})"><path d="M${footX - 7} ${footY - 4}H${footX + 6}C${footX + 14} ${footY} ${footX + 19} ${footY + 1} ${footX + 19} ${footY + 5}H${footX - 7}Z" fill="${shoe}"/></g>`;
}
