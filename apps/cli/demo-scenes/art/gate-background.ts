import { seededRandom } from '@amaan/contracts/seeded-random';
import type { GroundCamera } from '../ground-camera.ts';
import { lettering } from '../plate-alphabet.ts';

/** Everything of the gate scene that never moves, as one SVG of the camera's size. */
export function gateBackground(camera: GroundCamera, seed: number): string {
  const { width, height, horizon } = camera;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs>
      <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#8fb4d2"/>
        <stop offset="1" stop-color="#dfe3dc"/></linearGradient>
      <linearGradient id="road" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#96958f"/>
        <stop offset=".3" stop-color="#7b7a77"/><stop offset="1" stop-color="#636264"/></linearGradient>
      <linearGradient id="verge" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#8f9068"/>
        <stop offset="1" stop-color="#6f7144"/></linearGradient>
      <linearGradient id="hut" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="#d9d2bf"/>
        <stop offset="1" stop-color="#b3ab95"/></linearGradient>
      <filter id="grain" x="0" y="0" width="100%" height="100%">
        <feTurbulence type="fractalNoise" baseFrequency=".55 .9" numOctaves="3" seed="${seed % 1000}"/>
        <feColorMatrix values="0 0 0 0 .1  0 0 0 0 .1  0 0 0 0 .1  .9 0 0 0 -.32"/></filter>
      <filter id="patches" x="0" y="0" width="100%" height="100%">
        <feTurbulence type="fractalNoise" baseFrequency=".006 .03" numOctaves="3" seed="${(seed + 7) % 1000}"/>
        <feColorMatrix values="0 0 0 0 .05  0 0 0 0 .05  0 0 0 0 .04  .8 0 0 0 -.3"/></filter>
    </defs>
    <rect width="${width}" height="${horizon + 4}" fill="url(#sky)"/>
    ${skyline(camera, seed)}
    <rect y="${horizon + 2}" width="${width}" height="${height - horizon}" fill="url(#verge)"/>
    ${wall(camera, -7)}${wall(camera, 7)}
    <polygon points="${camera.polygon([
      [-3.9, 4],
      [-3.9, 260],
      [3.9, 260],
      [3.9, 4],
    ])}" fill="#a19b8d"/>
    <polygon points="${camera.polygon([
      [-3.1, 4],
      [-3.1, 260],
      [3.1, 260],
      [3.1, 4],
    ])}" fill="url(#road)"/>
    ${kerb(camera, -3.1)}${kerb(camera, 3.1)}
    <polygon points="${camera.polygon([
      [-2.9, 9.1],
      [-2.9, 9.45],
      [2.4, 9.45],
      [2.4, 9.1],
    ])}" fill="#dedcd2" opacity=".8"/>
    ${speedBump(camera, 16)}
    <rect y="${horizon + 4}" width="${width}" height="${height - horizon}" filter="url(#patches)"/>
    <rect y="${horizon + 4}" width="${width}" height="${height - horizon}" filter="url(#grain)" opacity=".5"/>
    ${pillar(camera, -4.9, 17)}${pillar(camera, 4.2, 17)}
    ${hut(camera)}
    ${post(camera, 2.5, 9.2, 1.15)}${post(camera, -2.65, 9.2, 1.0)}
  </svg>`;
}

function skyline(camera: GroundCamera, seed: number): string {
  const random = seededRandom(seed);
  const houses: string[] = [];
  for (let x = -30; x < camera.width; x += 40 + random() * 60) {
    const tall = 18 + random() * 46;
    const wide = 40 + random() * 60;
    const tone = Math.round(176 + random() * 30);
    houses.push(
      `<rect x="${x.toFixed(0)}" y="${(camera.horizon + 4 - tall).toFixed(0)}" width="${wide.toFixed(0)}" height="${tall.toFixed(0)}" fill="rgb(${tone},${tone - 8},${tone - 22})"/>`,
    );
    for (let row = 8; row < tall - 8; row += 13) {
      for (let column = 7; column < wide - 8; column += 15) {
        if (random() < 0.7) {
          houses.push(
            `<rect x="${(x + column).toFixed(0)}" y="${(camera.horizon + 4 - tall + row).toFixed(0)}" width="6" height="7" fill="#7f8688" opacity=".7"/>`,
          );
        }
      }
    }
  }
  const bushes: string[] = [];
  for (let x = -20; x < camera.width + 20; x += 9) {
    const green = Math.round(92 + random() * 40);
    bushes.push(
      `<ellipse cx="${x}" cy="${(camera.horizon + 2 - random() * 9).toFixed(1)}" rx="${(10 + random() * 12).toFixed(1)}" ry="${(7 + random() * 10).toFixed(1)}" fill="rgb(${Math.round(green * 0.72)},${green},${Math.round(green * 0.58)})"/>`,
    );
  }
  return houses.join('') + bushes.join('');
}

/** A brick boundary wall along the road, 2 m high. */
function wall(camera: GroundCamera, right: number): string {
  const courses = [0.4, 0.8, 1.2, 1.6].map((up) => {
    const near = camera.project(right, 11, up);
    const far = camera.project(right, 150, up);
    return `<path d="M${near.x} ${near.y}L${far.x} ${far.y}" stroke="#6d4632" stroke-width="1.2" opacity=".5"/>`;
  });
  const joints: string[] = [];
  for (let ahead = 12; ahead < 90; ahead += 3) {
    const top = camera.project(right, ahead, 2);
    const foot = camera.project(right, ahead, 0);
    joints.push(
      `<path d="M${top.x} ${top.y}V${foot.y}" stroke="#6d4632" stroke-width="${(22 / ahead).toFixed(1)}" opacity=".6"/>`,
    );
  }
  return `<polygon points="${camera.polygon([
    [right, 11, 0],
    [right, 150, 0],
    [right, 150, 2],
    [right, 11, 2],
  ])}" fill="#9a6a4f"/>
    ${courses.join('')}${joints.join('')}
    <polygon points="${camera.polygon([
      [right, 11, 2],
      [right, 150, 2],
      [right, 150, 2.18],
      [right, 11, 2.18],
    ])}" fill="#c9bea6"/>`;
}

/** Kerb stones painted black and yellow in turn. */
function kerb(camera: GroundCamera, right: number): string {
  const stones: string[] = [];
  const outer = right + Math.sign(right) * 0.28;
  for (let ahead = 5; ahead < 90; ahead += 1) {
    const colour = Math.floor(ahead) % 2 === 0 ? '#cfa72e' : '#2c2b2a';
    stones.push(
      `<polygon points="${camera.polygon([
        [right, ahead],
        [right, ahead + 1],
        [outer, ahead + 1, 0.12],
        [outer, ahead, 0.12],
      ])}" fill="${colour}"/>`,
    );
  }
  return stones.join('');
}

function speedBump(camera: GroundCamera, ahead: number): string {
  const bars: string[] = [];
  for (let right = -3; right < 3; right += 0.5) {
    const colour = Math.round((right + 3) / 0.5) % 2 === 0 ? '#c9a634' : '#3b3a39';
    bars.push(
      `<polygon points="${camera.polygon([
        [right, ahead],
        [right, ahead + 0.5, 0.06],
        [right + 0.5, ahead + 0.5, 0.06],
        [right + 0.5, ahead],
      ])}" fill="${colour}" opacity=".85"/>`,
    );
  }
  return bars.join('');
}

function pillar(camera: GroundCamera, right: number, ahead: number): string {
  const front = camera.polygon([
    [right, ahead, 0],
    [right + 0.7, ahead, 0],
    [right + 0.7, ahead, 3.1],
    [right, ahead, 3.1],
  ]);
  const cap = camera.polygon([
    [right - 0.1, ahead, 3.1],
    [right + 0.8, ahead, 3.1],
    [right + 0.8, ahead, 3.35],
    [right - 0.1, ahead, 3.35],
  ]);
  return `<polygon points="${front}" fill="#a8745a"/><polygon points="${cap}" fill="#d8cfba"/>`;
}

function hut(camera: GroundCamera): string {
  const ahead = 13.5;
  const box = (left: number, right: number, low: number, high: number, fill: string) =>
    `<polygon points="${camera.polygon([
      [left, ahead, low],
      [right, ahead, low],
      [right, ahead, high],
      [left, ahead, high],
    ])}" fill="${fill}"/>`;
  const side = camera.polygon([
    [3.3, ahead, 0],
    [3.3, ahead + 2, 0],
    [3.3, ahead + 2, 2.35],
    [3.3, ahead, 2.35],
  ]);
  const shadow = camera.polygon([
    [3.2, ahead - 0.8],
    [3.2, ahead],
    [5.6, ahead],
    [5.6, ahead - 0.8],
  ]);
  const sign = camera.project(3.62, ahead, 2.2);
  return `<polygon points="${shadow}" fill="#000" opacity=".3"/><polygon points="${side}" fill="#8e8672"/>
    ${box(3.3, 5.3, 0, 2.35, 'url(#hut)')}${box(3.3, 5.3, 0, 0.35, '#7a5a45')}
    ${box(3.55, 4.75, 1.0, 1.9, '#2b3740')}${box(3.6, 4.12, 1.05, 1.85, '#566b78')}${box(4.18, 4.7, 1.05, 1.85, '#40525e')}
    ${box(3.1, 5.5, 2.35, 2.55, '#6b6558')}${box(3.5, 4.85, 2.02, 2.28, '#1f5c3a')}
    ${lettering('GATE 2', sign.x + 18, sign.y + 3, 17, '#f3efe2', 0.15)}`;
}

function post(camera: GroundCamera, right: number, ahead: number, high: number): string {
  const front = camera.polygon([
    [right - 0.16, ahead, 0],
    [right + 0.16, ahead, 0],
    [right + 0.16, ahead, high],
    [right - 0.16, ahead, high],
  ]);
  const band = camera.polygon([
    [right - 0.16, ahead, high * 0.55],
    [right + 0.16, ahead, high * 0.55],
    [right + 0.16, ahead, high * 0.75],
    [right - 0.16, ahead, high * 0.75],
  ]);
  const foot = camera.project(right, ahead);
  return `<ellipse cx="${foot.x}" cy="${foot.y}" rx="48" ry="9" fill="#000" opacity=".32"/>
    <polygon points="${front}" fill="#c9a12c"/><polygon points="${band}" fill="#26282a"/>`;
}
