import type { Drawing } from '../sprite.ts';
import { type Paint, paintDefinitions } from './paint.ts';

/** A wheel that stands on the ground at `x`. */
function wheel(x: number, radius: number): string {
  const y = -radius;
  const spokes = [0, 72, 144, 216, 288]
    .map(
      (angle) =>
        `<rect x="-1.400" y="${-radius * 0.58}" width="2.800" height="${radius * 0.5}" fill="#6d7377" transform="rotate(${angle})"/>`,
    )
    .join('');
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="#17181a"/><circle cx="${x}" cy="${y}" r="${radius * 0.66}" fill="#b7bdc1"/>
    <circle cx="${x}" cy="${y}" r="${radius * 0.58}" fill="#8b9196"/><g transform="translate(${x} ${y})">${spokes}</g>
    <circle cx="${x}" cy="${y}" r="${radius * 0.16}" fill="#3a3f44"/>`;
}

/** A saloon heading right, 430 cm long and 146 cm high. */
export function saloonSide(paint: Paint): Drawing {
  const body = `${paintDefinitions(paint)}
    <ellipse cx="0" cy="-1" rx="232" ry="13" fill="url(#shade)"/>
    <path d="M-196 -24H196V-34H-196Z" fill="#0b0c0d"/>
    <path d="M-213 -40C-214 -62 -212 -84 -204 -90C-180 -96 -150 -99 -132 -100C-108 -124 -84 -142 -60 -145C-24 -149 30 -148 52 -141C76 -132 96 -114 112 -99C150 -95 190 -88 206 -76C214 -68 215 -48 212 -34C196 -26 168 -24 164 -24C164 -66 100 -66 100 -24H-98C-98 -66 -162 -66 -162 -24C-190 -24 -212 -28 -213 -40Z" fill="url(#body)"/>
    <path d="M-112 -101C-96 -120 -78 -136 -58 -139L-22 -141V-100Z" fill="url(#glass)"/>
    <path d="M-16 -141C14 -142 34 -141 48 -135C66 -126 82 -112 94 -99L-16 -100Z" fill="url(#glass)"/>
    <path d="M-100 -102L-70 -136L-50 -138L-84 -101ZM8 -100L30 -140L46 -136L34 -100Z" fill="#cfdde4" opacity=".2"/>
    <path d="M44 -100C44 -112 48 -116 52 -120C52 -128 64 -128 64 -119C68 -114 70 -106 70 -100Z" fill="#14181b" opacity=".75"/>
    <path d="M-206 -78C-120 -86 110 -86 208 -68" fill="none" stroke="${paint.light}" stroke-width="2" opacity=".7"/>
    <path d="M-204 -48C-120 -52 120 -52 206 -46" fill="none" stroke="${paint.dark}" stroke-width="1.400" opacity=".8"/>
    <path d="M-19 -141V-40C-19 -34 -24 -30 -30 -30M-112 -101C-104 -84 -92 -70 -88 -40M98 -99C94 -80 86 -60 84 -34" fill="none" stroke="${paint.dark}" stroke-width="1.300"/>
    <rect x="-44" y="-88" width="16" height="4" rx="2" fill="${paint.dark}"/><rect x="54" y="-86" width="16" height="4" rx="2" fill="${paint.dark}"/>
    <path d="M96 -104C104 -110 112 -108 112 -102L98 -98Z" fill="url(#body)"/>
    <path d="M182 -82C196 -80 206 -74 209 -66L188 -68Z" fill="url(#lamp)"/>
    <path d="M-212 -84C-204 -86 -192 -84 -190 -78L-192 -68L-213 -66Z" fill="#a5201a"/>
    <path d="M188 -34H213L210 -26H186Z" fill="#16181a"/><path d="M-213 -34H-186V-26H-208Z" fill="#16181a"/>
    <path d="M164 -24C164 -66 100 -66 100 -24ZM-98 -24C-98 -66 -162 -66 -162 -24Z" fill="#0a0b0c"/>
    ${wheel(132, 31)}${wheel(-130, 31)}`;
  return { left: -236, top: -152, width: 472, height: 168, body };
}

/** A city bus heading right, 980 cm long and 300 cm high. */
export function busSide(paint: Paint): Drawing {
  const windows = [-452, -344, -236, -128, -20, 88, 196].map(
    (x) => `<rect x="${x}" y="-248" width="98" height="92" rx="6" fill="url(#glass)"/>
      <path d="M${x + 8} -156L${x + 44} -248H${x + 66}L${x + 30} -156Z" fill="#d5e2e8" opacity=".15"/>`,
  );
  const heads = [-420, -300, -214, -60, 20, 130].map(
    (x) =>
      `<ellipse cx="${x}" cy="-178" rx="10" ry="13" fill="#2a2320" opacity=".8"/><path d="M${x - 20} -156C${x - 18} -170 ${x + 18} -170 ${x + 20} -156Z" fill="#23282c" opacity=".8"/>`,
  );
  const body = `${paintDefinitions(paint)}
    <ellipse cx="0" cy="-2" rx="520" ry="20" fill="url(#shade)"/>
    <rect x="-480" y="-46" width="960" height="20" fill="#0b0c0d"/>
    <path d="M-488 -40V-278C-488 -294 -476 -302 -460 -302H452C474 -302 484 -290 487 -266L494 -150V-40Z" fill="url(#body)"/>
    <rect x="-488" y="-146" width="981" height="26" fill="#f0ede2"/><rect x="-488" y="-120" width="982" height="8" fill="#c0392b"/>
    ${windows.join('')}${heads.join('')}
    <rect x="306" y="-256" width="88" height="212" rx="5" fill="#15191c"/><rect x="312" y="-250" width="36" height="150" fill="#44545f"/><rect x="352" y="-250" width="36" height="150" fill="#3a4852"/>
    <path d="M404 -256H468C474 -256 478 -250 479 -244L485 -150H404Z" fill="url(#glass)"/>
    <path d="M424 -150C424 -176 432 -182 438 -190C438 -204 456 -204 456 -190C462 -182 468 -170 468 -150Z" fill="#14181b" opacity=".8"/>
    <path d="M476 -96C486 -96 493 -92 494 -84V-70H474Z" fill="url(#lamp)"/><rect x="-489" y="-116" width="9" height="36" fill="#a5201a"/>
    <path d="M-480 -60H300" stroke="${paint.dark}" stroke-width="2"/>
    <path d="M210 -40C210 -112 314 -112 314 -40ZM-346 -40C-346 -112 -242 -112 -242 -40Z" fill="#0a0b0c"/>
    ${wheel(262, 47)}${wheel(-294, 47)}`;
  return { left: -525, top: -310, width: 1050, height: 334, body };
}

/** A motorcycle with its rider heading right, 195 cm long and 160 cm high. */
export function motorcycleSide(paint: Paint): Drawing {
  const spokes = (x: number) =>
    `<circle cx="${x}" cy="-29" r="26" fill="none" stroke="#141517" stroke-width="6.500"/><circle cx="${x}" cy="-29" r="21" fill="none" stroke="#9aa1a6" stroke-width="2"/>
     <path d="M${x - 21} -29H${x + 21}M${x} -50V-8M${x - 15} -44L${x + 15} -14M${x - 15} -14L${x + 15} -44" stroke="#7b8287" stroke-width=".9"/><circle cx="${x}" cy="-29" r="5" fill="#6b7277"/>`;
  const body = `${paintDefinitions(paint)}
    <ellipse cx="0" cy="-1" rx="104" ry="8" fill="url(#shade)"/>
    ${spokes(-62)}${spokes(64)}
    <path d="M64 -29L44 -86" stroke="#aab1b5" stroke-width="5"/><path d="M38 -56C50 -62 78 -62 90 -46L86 -42C76 -54 56 -54 42 -50Z" fill="url(#body)"/>
    <path d="M-62 -29L-14 -34L-30 -62" fill="none" stroke="#2d3236" stroke-width="5"/>
    <rect x="-22" y="-50" width="44" height="30" rx="7" fill="#565d62"/><path d="M-18 -44H16M-18 -37H16M-18 -30H16" stroke="#8f979c" stroke-width="2"/><circle cx="4" cy="-28" r="9" fill="#7a8287"/>
    <path d="M-84 -24C-60 -22 -30 -24 10 -22" stroke="#c2c8cb" stroke-width="6" stroke-linecap="round"/>
    <path d="M-90 -52C-84 -66 -60 -72 -36 -66L-44 -56Z" fill="url(#body)"/><rect x="-92" y="-64" width="8" height="7" fill="#b3241d"/>
    <path d="M-80 -74C-60 -80 -26 -80 -4 -72L-6 -64H-74Z" fill="#17191b"/>
    <path d="M-6 -74C4 -90 34 -92 46 -80L30 -62H-2Z" fill="url(#body)"/>
    <path d="M44 -88L34 -102L26 -104" fill="none" stroke="#2d3236" stroke-width="4" stroke-linecap="round"/>
    <circle cx="54" cy="-86" r="8" fill="url(#lamp)" stroke="#33383c" stroke-width="2"/><ellipse cx="36" cy="-114" rx="6" ry="4" fill="#20262a"/>
    <path d="M-34 -80C-26 -88 -6 -86 10 -66L22 -40L12 -36L-4 -60L-30 -66Z" fill="#b9b09a"/><path d="M10 -38L24 -42L34 -28L14 -28Z" fill="#2a211c"/>
    <path d="M-40 -76C-46 -104 -32 -128 -10 -128C2 -126 2 -112 -2 -102L-8 -72Z" fill="#d6cfbd"/>
    <path d="M-40 -76C-52 -70 -60 -64 -66 -54L-30 -66Z" fill="#c4bca8"/>
    <path d="M-12 -124C-2 -118 8 -106 24 -104L24 -96C6 -94 -10 -102 -16 -112Z" fill="#c9c1ae"/><circle cx="27" cy="-100" r="4.600" fill="#7a553f"/>
    <path d="M-10 -130H2V-122H-10Z" fill="#7a553f"/><ellipse cx="0" cy="-142" rx="10.500" ry="12" fill="#7a553f"/>
    <path d="M-14 -138C-16 -162 14 -164 14 -146L6 -147C2 -146 -1 -142 -3 -134C-8 -132 -12 -134 -14 -138Z" fill="#b3261e"/>
    <path d="M4 -147L14 -146L11 -138L3 -140Z" fill="#1c2226" opacity=".8"/>`;
  return { left: -108, top: -166, width: 216, height: 176, body };
}
