import { seededRandom } from '@amaan/contracts/seeded-random';
import type { GroundCamera } from '../ground-camera.ts';
import { lettering, letteringWidth } from '../plate-alphabet.ts';

const SHOP_SIGNS = [
  'TEA HOUSE',
  'CLOTH',
  'RASHID AND SONS',
  'BOOKS',
  'PHARMACY',
  'SWEETS',
  'TAILOR',
  'HARDWARE',
];
const SIGN_COLOURS = ['#1f5c3a', '#8c2f24', '#24466f', '#6b4a1e', '#3d2f5c', '#7a2a4a'];
const WALLS = ['#cdbfa4', '#b9a98b', '#d6cbb6', '#c2ac92', '#bfb7a6'];
/** Metres: the shops' front, the far kerb, the near kerb, the width of a shop. */
export const BAZAAR = { shops: 22, farKerb: 19, nearKerb: 10.6, shopWidth: 4.2 };

/** Everything of the bazaar road that never moves, as one SVG of the camera's size. */
export function bazaarBackground(camera: GroundCamera, seed: number): string {
  const { width, height } = camera;
  const random = seededRandom(seed);
  const line = (ahead: number) => camera.project(0, ahead).y;
  const shops: string[] = [];
  let index = 0;
  for (let left = -16.8; left < 16; left += BAZAAR.shopWidth) shops.push(shop(camera, left, index++, random));
  const dashes: string[] = [];
  for (let left = -14; left < 14; left += 3) {
    dashes.push(
      `<polygon points="${camera.polygon([
        [left, 14.9],
        [left + 1.6, 14.9],
        [left + 1.6, 15.05],
        [left, 15.05],
      ])}" fill="#d9d7cd" opacity=".85"/>`,
    );
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs>
      <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#9dbcd4"/><stop offset="1" stop-color="#dcdfd6"/></linearGradient>
      <linearGradient id="road" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#6f6e6c"/><stop offset="1" stop-color="#5c5b5d"/></linearGradient>
      <linearGradient id="inside" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#231d18"/><stop offset="1" stop-color="#4a4036"/></linearGradient>
      <filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".5 .9" numOctaves="3" seed="${seed % 1000}"/>
        <feColorMatrix values="0 0 0 0 .1  0 0 0 0 .1  0 0 0 0 .1  .9 0 0 0 -.32"/></filter>
      <filter id="patches" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".005 .03" numOctaves="3" seed="${(seed + 3) % 1000}"/>
        <feColorMatrix values="0 0 0 0 .05  0 0 0 0 .05  0 0 0 0 .04  .8 0 0 0 -.3"/></filter>
    </defs>
    <rect width="${width}" height="${height}" fill="url(#sky)"/>
    ${shops.join('')}
    <rect y="${line(BAZAAR.shops)}" width="${width}" height="${height}" fill="#a39c8d"/>
    <rect y="${line(BAZAAR.farKerb)}" width="${width}" height="${height}" fill="#4b4a49"/>
    <rect y="${line(BAZAAR.farKerb) + 7}" width="${width}" height="${height}" fill="url(#road)"/>
    ${dashes.join('')}
    <rect y="${line(BAZAAR.nearKerb)}" width="${width}" height="12" fill="#bdb6a4"/>
    <rect y="${line(BAZAAR.nearKerb) + 12}" width="${width}" height="${height}" fill="#958e80"/>
    ${paving(camera)}
    <rect y="${line(BAZAAR.shops)}" width="${width}" height="${height}" filter="url(#patches)"/>
    <rect y="${line(BAZAAR.shops)}" width="${width}" height="${height}" filter="url(#grain)" opacity=".45"/>
  </svg>`;
}

function shop(camera: GroundCamera, left: number, index: number, random: () => number): string {
  const at = (from: number, to: number, low: number, high: number, fill: string) =>
    `<polygon points="${camera.polygon([
      [left + from, BAZAAR.shops, low],
      [left + to, BAZAAR.shops, low],
      [left + to, BAZAAR.shops, high],
      [left + from, BAZAAR.shops, high],
    ])}" fill="${fill}"/>`;
  const tall = 5.6 + random() * 1.4;
  const wall = WALLS[index % WALLS.length]!;
  const colour = SIGN_COLOURS[index % SIGN_COLOURS.length]!;
  const sign = SHOP_SIGNS[index % SHOP_SIGNS.length]!;
  const isOpen = index % 3 !== 2;
  const top = camera.project(left + BAZAAR.shopWidth / 2, BAZAAR.shops, 3.28);
  const height = 17;
  const slats = Array.from({ length: 8 }, (_, slat) =>
    at(0.35, 3.85, 0.15 + slat * 0.29, 0.18 + slat * 0.29, '#6f7478'),
  );
  const shelves = [0.7, 1.2, 1.7, 2.2].map((up) => at(0.45, 3.75, up, up + 0.05, '#7a6248'));
  const goods = Array.from({ length: 16 }, (_, item) => {
    const x = 0.5 + (item % 8) * 0.4;
    const up = item < 8 ? 0.75 : 1.25;
    const tone = ['#a8503c', '#c29a4a', '#4c7a8c', '#7c8c4c', '#b9b0a0'][Math.floor(random() * 5)]!;
    return at(x, x + 0.3, up, up + 0.2 + random() * 0.18, tone);
  });
  return `${at(0, BAZAAR.shopWidth, 0, tall, wall)}${at(0, 0.06, 0, tall, '#7d7464')}
    ${at(0.35, 3.85, 0.1, 2.5, isOpen ? 'url(#inside)' : '#8f9599')}${isOpen ? shelves.join('') + goods.join('') : slats.join('')}
    ${at(0.15, 4.05, 2.62, 3.36, colour)}${lettering(sign, top.x - letteringWidth(sign, height) / 2, top.y + 8, height, '#f1ead8', 0.15)}
    ${at(0.7, 1.6, 4.0, 5.1, '#4a555c')}${at(2.5, 3.4, 4.0, 5.1, '#4a555c')}${at(0.6, 1.7, 3.9, 4.0, '#9c917d')}${at(2.4, 3.5, 3.9, 4.0, '#9c917d')}
    ${at(0.1, 4.1, 2.5, 2.62, '#00000055')}`;
}

function paving(camera: GroundCamera): string {
  const joints: string[] = [];
  for (let right = -9; right <= 9; right += 0.6) {
    const far = camera.project(right, 10.3);
    const near = camera.project(right, 6.6);
    joints.push(
      `<path d="M${far.x.toFixed(1)} ${far.y.toFixed(1)}L${near.x.toFixed(1)} ${near.y.toFixed(1)}" stroke="#6f695e" stroke-width="1.2" opacity=".5"/>`,
    );
  }
  for (const ahead of [9.6, 8.9, 8.2, 7.6, 7.0]) {
    const { y } = camera.project(0, ahead);
    joints.push(
      `<path d="M0 ${y.toFixed(1)}H${camera.width}" stroke="#6f695e" stroke-width="1.2" opacity=".5"/>`,
    );
  }
  return joints.join('');
}
