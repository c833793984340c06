import type { Drawing } from '../sprite.ts';
import { numberPlate, type PlateStyle } from './number-plate.ts';
import { type Paint, paintDefinitions } from './paint.ts';

/** Shows `half` and its mirror image, so that only the right half is written down. */
function symmetric(half: string): string {
  return `${half}<g transform="scale(-1 1)">${half}</g>`;
}

/** A saloon seen from the front, 176 cm wide and 147 cm high. */
export function saloonFront(paint: Paint, plate: string, style: PlateStyle): Drawing {
  const body = `${paintDefinitions(paint)}
    <ellipse cx="0" cy="-2" rx="108" ry="14" fill="url(#shade)"/>
    <rect x="-80" y="-30" width="160" height="24" fill="#08090a"/>
    ${symmetric(`<rect x="62" y="-42" width="23" height="42" rx="5" fill="url(#tyre)"/>`)}
    <path d="M-62 -138C-50 -149 50 -149 62 -138L74 -100H-74Z" fill="url(#body)"/>
    <path d="M-56 -136C-46 -143 46 -143 56 -136L69 -99H-69Z" fill="url(#glass)"/>
    <path d="M-52 -134C-44 -140 -8 -141 4 -141L-22 -99H-66Z" fill="#c7d6de" opacity=".17"/>
    <g opacity=".4"><path d="M-18 -99C-18 -112 -24 -114 -26 -122C-27 -129 -39 -129 -40 -122C-42 -114 -50 -112 -51 -99Z" fill="#14181b"/>
    <ellipse cx="-33" cy="-123" rx="6" ry="7.600" fill="#5d4434"/>
    <path d="M46 -99C46 -109 42 -112 38 -118H26C22 -112 18 -109 18 -99Z" fill="#0d1113"/>
    <path d="M-12 -100C-14 -109 -40 -109 -46 -100" fill="none" stroke="#0a0c0e" stroke-width="2.4"/></g>
    <rect x="-7" y="-136" width="14" height="5" rx="2" fill="#0c0f11"/>
    <path d="M-62 -97L-20 -95.5M8 -95.5L58 -97.5" stroke="#0b0d0f" stroke-width="1.6"/>
    ${symmetric(`<path d="M76 -104C84 -107 95 -105 95 -99C95 -93 84 -92 78 -95Z" fill="url(#body)"/>
      <path d="M56 -137L72 -100H76L60 -139Z" fill="${paint.base}"/>`)}
    <path d="M-73 -99C-40 -102 40 -102 73 -99L84 -79C50 -82 -50 -82 -84 -79Z" fill="url(#bonnet)"/>
    ${symmetric(`<path d="M34 -99L44 -80" stroke="${paint.dark}" stroke-width=".8" opacity=".6"/>`)}
    <path d="M-84 -80C-50 -84 50 -84 84 -80C90 -68 89 -30 84 -18C50 -13 -50 -13 -84 -18C-89 -30 -90 -68 -84 -80Z" fill="url(#body)"/>
    <path d="M-84 -79.6C-50 -83 50 -83 84 -79.6" fill="none" stroke="${paint.dark}" stroke-width=".9"/>
    <path d="M-42 -77H42L36 -62H-36Z" fill="#0d0f11"/>
    ${[-73.5, -69.7, -66].map((y) => `<path d="M-40 ${y}H40" stroke="#6a7175" stroke-width="1"/>`).join('')}
    <path d="M-42 -77H42L36 -62H-36Z" fill="none" stroke="#cfd5d8" stroke-width="1.4"/>
    <ellipse cx="0" cy="-70" rx="6" ry="4.4" fill="none" stroke="#eef1f2" stroke-width="1.8"/>
    ${symmetric(`<path d="M46 -77C60 -80 80 -79 86 -76C88 -70 87 -64 84 -61C70 -60 54 -61 47 -65Z" fill="#272c30"/>
      <ellipse cx="59" cy="-70" rx="8" ry="6.6" fill="url(#lamp)"/><ellipse cx="75" cy="-69.5" rx="7" ry="6" fill="url(#lamp)"/>
      <path d="M80 -75C85 -74 87 -66 84 -62L80 -62Z" fill="#d98a2b"/>
      <path d="M58 -44C66 -47 80 -46 84 -43L82 -30H62Z" fill="#131618"/>
      <ellipse cx="72" cy="-37" rx="6" ry="5" fill="url(#lamp)"/>`)}
    <path d="M-54 -38H54L47 -24H-47Z" fill="#0c0e10"/>
    <path d="M-50 -33H50M-48 -28.5H48" stroke="#3a4045" stroke-width="1"/>
    <path d="M-85 -24C-50 -18 50 -18 85 -24" fill="none" stroke="#0a0b0c" stroke-width="2"/>
    ${numberPlate(plate, style, 0, -57, 52, 16)}`;
  return { left: -114, top: -152, width: 228, height: 168, body };
}

/** A passenger van (the wide-windowed kind of every Pakistani road) from the front, 172 × 205 cm. */
export function vanFront(paint: Paint, plate: string, style: PlateStyle): Drawing {
  const body = `${paintDefinitions(paint)}
    <ellipse cx="0" cy="-2" rx="106" ry="14" fill="url(#shade)"/>
    <rect x="-78" y="-32" width="156" height="26" fill="#08090a"/>
    ${symmetric(`<rect x="60" y="-44" width="22" height="44" rx="5" fill="url(#tyre)"/>`)}
    <path d="M-66 -198C-40 -207 40 -207 66 -198C76 -180 84 -130 85 -104L84 -22C50 -16 -50 -16 -84 -22L-85 -104C-84 -130 -76 -180 -66 -198Z" fill="url(#body)"/>
    <path d="M-63 -188C-40 -194 40 -194 63 -188C71 -168 76 -140 77 -120C40 -116 -40 -116 -77 -120C-76 -140 -71 -168 -63 -188Z" fill="url(#glass)"/>
    <path d="M-60 -186C-46 -191 -20 -192 -4 -192L-34 -118H-75C-74 -140 -69 -166 -60 -186Z" fill="#d5e2e8" opacity=".18"/>
    <g opacity=".32"><path d="M-20 -118C-20 -136 -28 -140 -31 -148C-32 -157 -46 -157 -47 -148C-50 -140 -60 -136 -61 -118Z" fill="#14181b"/>
    <ellipse cx="-39" cy="-152" rx="6.4" ry="8" fill="#4f3a2d"/>
    <path d="M58 -118C58 -134 52 -138 50 -148H32C30 -138 24 -134 24 -118Z" fill="#0d1113"/></g>
    <path d="M-70 -117L-18 -114M6 -114L62 -117" stroke="#0a0c0e" stroke-width="2"/>
    ${symmetric(`<path d="M84 -140C92 -142 99 -138 98 -128C97 -118 90 -116 85 -120Z" fill="#17191c"/>`)}
    <path d="M-84 -104C-40 -99 40 -99 84 -104" fill="none" stroke="${paint.dark}" stroke-width="1"/>
    <path d="M-46 -94H46L43 -76H-43Z" fill="#101214"/>
    ${[-90, -85.5, -81].map((y) => `<path d="M-45 ${y}H45" stroke="#767d81" stroke-width="1.2"/>`).join('')}
    <path d="M-46 -94H46L43 -76H-43Z" fill="none" stroke="#d3d8da" stroke-width="1.6"/>
    <ellipse cx="0" cy="-85" rx="7" ry="5" fill="none" stroke="#eef1f2" stroke-width="2"/>
    ${symmetric(`<path d="M50 -96C62 -99 78 -98 83 -95C84 -86 83 -78 81 -74H52Z" fill="#272c30"/>
      <ellipse cx="64" cy="-85" rx="10" ry="8.6" fill="url(#lamp)"/><path d="M76 -94H82V-77H76Z" fill="#d98a2b"/>
      <ellipse cx="68" cy="-40" rx="7" ry="5.6" fill="url(#lamp)"/>`)}
    <path d="M-85 -66C-50 -61 50 -61 85 -66L84 -24C50 -18 -50 -18 -84 -24Z" fill="${paint.dark}" opacity=".35"/>
    <path d="M-52 -40H52L47 -27H-47Z" fill="#0c0e10"/>
    ${numberPlate(plate, style, 0, -60, 52, 16)}`;
  return { left: -112, top: -210, width: 224, height: 226, body };
}

/** A motorcycle with its rider from the front: 78 cm wide, 168 cm high. */
export function motorcycleFront(paint: Paint, plate: string, style: PlateStyle): Drawing {
  const body = `${paintDefinitions(paint)}
    <ellipse cx="0" cy="-1" rx="46" ry="8" fill="url(#shade)"/>
    <path d="M-30 -62C-34 -44 -32 -36 -27 -30L-17 -34L-14 -62Z" fill="#c9c2b2"/>
    <path d="M30 -62C34 -44 32 -36 27 -30L17 -34L14 -62Z" fill="#c2bbab"/>
    <path d="M-34 -30H-18V-25H-36Z" fill="#2a211c"/><path d="M34 -30H18V-25H36Z" fill="#2a211c"/>
    <rect x="-6.5" y="-60" width="13" height="60" rx="6" fill="url(#tyre)"/>
    <path d="M-9 -62C-9 -70 9 -70 9 -62L8 -40H-8Z" fill="url(#body)"/>
    <path d="M-10 -86L-9 -22M10 -86L9 -22" stroke="#aeb5b9" stroke-width="3"/>
    <path d="M-30 -118C-32 -96 -30 -76 -25 -64H25C30 -76 32 -96 30 -118C22 -136 -22 -136 -30 -118Z" fill="#d9d3c4"/>
    <path d="M-14 -126L-6 -66M14 -126L6 -66" stroke="#b9b19f" stroke-width="1.6"/>
    <path d="M-29 -120C-42 -108 -46 -98 -40 -88L-33 -88C-34 -98 -28 -104 -22 -108Z" fill="#cdc6b5"/>
    <path d="M29 -120C42 -108 46 -98 40 -88L33 -88C34 -98 28 -104 22 -108Z" fill="#c4bdac"/>
    <path d="M-42 -92C-30 -88 -18 -90 -10 -86H10C18 -90 30 -88 42 -92" fill="none" stroke="#33383c" stroke-width="4"/>
    <circle cx="-40" cy="-90" r="4.4" fill="#6d4a36"/><circle cx="40" cy="-90" r="4.4" fill="#6d4a36"/>
    <path d="M-36 -94L-44 -108" stroke="#33383c" stroke-width="2"/><path d="M36 -94L44 -108" stroke="#33383c" stroke-width="2"/>
    <ellipse cx="-46" cy="-111" rx="6" ry="4.4" fill="#20262a"/><ellipse cx="46" cy="-111" rx="6" ry="4.4" fill="#20262a"/>
    <path d="M-14 -90C-14 -100 14 -100 14 -90V-76C14 -70 -14 -70 -14 -76Z" fill="url(#body)"/>
    <circle cx="0" cy="-83" r="9" fill="url(#lamp)" stroke="#3a4045" stroke-width="1.6"/>
    <circle cx="-19" cy="-80" r="3.6" fill="#d98a2b"/><circle cx="19" cy="-80" r="3.6" fill="#d98a2b"/>
    ${numberPlate(plate, style, 0, -68, 34, 12)}
    <path d="M-6 -134H6V-124H-6Z" fill="#6d4a36"/>
    <ellipse cx="0" cy="-146" rx="12" ry="15" fill="#7a553f"/>
    <path d="M-15 -146C-16 -172 16 -172 15 -146C14 -150 8 -153 0 -153C-8 -153 -14 -150 -15 -146Z" fill="#b3261e"/>
    <path d="M-15 -147C-15 -134 -12 -131 -9 -130C-12 -138 -12 -144 -11 -150ZM15 -147C15 -134 12 -131 9 -130C12 -138 12 -144 11 -150Z" fill="#8f1d17"/>
    <path d="M-11 -150C-6 -152 6 -152 11 -150V-142C6 -140 -6 -140 -11 -142Z" fill="#1c2226" opacity=".85"/>`;
  return { left: -60, top: -174, width: 120, height: 184, body };
}
