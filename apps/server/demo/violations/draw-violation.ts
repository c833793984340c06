import { spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';
import type { ShownLight } from '@amaan/contracts/violations/signal-timeline';
import { sharp } from '@amaan/vision/image/configured-sharp';
import { findFfmpeg } from '@amaan/vision/sources/find-ffmpeg';

/** A drawn moment at a junction, seen from behind: so that queues can be looked at without a street. */
export interface DrawnMoment {
  readonly plate: string;
  readonly light: ShownLight;
  /** How far the vehicle is from below the stop line (0) to beyond the junction (1). */
  readonly progress: number;
  readonly colour: string;
  readonly isMotorcycle: boolean;
}

const WIDTH = 960;
const HEIGHT = 540;
const CLIP_FRAMES = 25;
const FRAMES_PER_SECOND = 4;
const STOP_LINE_Y = 330;

/** A moment as a JPEG of 960 × 540. It says of itself that it is drawn. */
export function drawMoment(moment: DrawnMoment): Promise<Buffer> {
  return sharp(Buffer.from(sceneOf(moment)))
    .jpeg({ quality: 82 })
    .toBuffer();
}

/** The plate alone, as a PNG. */
export function drawPlate(plate: string): Promise<Buffer> {
  return sharp(Buffer.from(svg(240, 80, plateAt(plate, 0, 0, 240, 80))))
    .png()
    .toBuffer();
}

/** Six seconds around the moment as MP4: the vehicle drives over the stop line and on. */
export async function drawClip(moment: Omit<DrawnMoment, 'progress'>): Promise<Buffer> {
  const { path } = await findFfmpeg();
  const child = spawn(
    path,
    [
      ...['-hide_banner', '-loglevel', 'error', '-f', 'image2pipe', '-framerate', String(FRAMES_PER_SECOND)],
      ...['-c:v', 'mjpeg', '-i', 'pipe:0', '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'],
      ...['-movflags', 'frag_keyframe+empty_moov', '-f', 'mp4', 'pipe:1'],
    ],
    { stdio: ['pipe', 'pipe', 'ignore'] },
  );
  const clip = buffer(child.stdout);
  for (let frame = 0; frame < CLIP_FRAMES; frame += 1)
    child.stdin.write(await drawMoment({ ...moment, progress: frame / (CLIP_FRAMES - 1) }));
  child.stdin.end();
  return clip;
}

function sceneOf({ plate, light, progress, colour, isMotorcycle }: DrawnMoment): string {
  const lamp = (at: number, is: ShownLight, on: string) =>
    `<circle cx="790" cy="${at}" r="17" fill="${light === is ? on : '#2b2b2b'}"/>`;
  const scale = 1 - progress * 0.55;
  const [width, height] = isMotorcycle ? [90 * scale, 150 * scale] : [230 * scale, 170 * scale];
  const bottom = 500 - progress * 300;
  const left = 470 - width / 2;
  return svg(
    WIDTH,
    HEIGHT,
    `<rect width="960" height="540" fill="#8fa5b3"/><rect y="150" width="960" height="390" fill="#4a4d50"/>
    <path d="M0 150h960v40H0z" fill="#6d7a5a"/><path d="M300 540L420 190M640 540L560 190" stroke="#ddd" stroke-width="5" stroke-dasharray="40 26"/>
    <path d="M215 ${STOP_LINE_Y}h540" stroke="#fff" stroke-width="9"/>
    <path d="M790 270v90" stroke="#222" stroke-width="10"/><rect x="763" y="110" width="54" height="160" rx="12" fill="#111"/>
    ${lamp(140, 'red', '#ff2a1f')}${lamp(190, 'yellow', '#ffc21f')}${lamp(240, 'green', '#1fe06a')}
    <rect x="${left}" y="${bottom - height}" width="${width}" height="${height * 0.88}" rx="${18 * scale}" fill="${colour}" stroke="#222" stroke-width="2"/>
    <rect x="${left + width * 0.14}" y="${bottom - height * 0.93}" width="${width * 0.72}" height="${height * 0.3}" rx="8" fill="#27323b"/>
    <rect x="${left + width * 0.06}" y="${bottom - height * 0.15}" width="${width * 0.16}" height="${height * 0.15}" fill="#151515"/>
    <rect x="${left + width * 0.78}" y="${bottom - height * 0.15}" width="${width * 0.16}" height="${height * 0.15}" fill="#151515"/>
    ${plateAt(plate, left + width * 0.27, bottom - height * 0.46, width * 0.46, height * 0.2)}
    <text x="14" y="28" font-size="18" font-family="sans-serif" fill="#111">Drawn for a demonstration</text>`,
  );
}

function plateAt(plate: string, x: number, y: number, width: number, height: number): string {
  const size = Math.min(height * 0.72, (width * 1.5) / plate.length);
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="4" fill="#f4f4ee" stroke="#111" stroke-width="1.5"/>
    <rect x="${x}" y="${y}" width="${width * 0.08}" height="${height}" fill="#0d7a3c"/>
    <text x="${x + width * 0.54}" y="${y + height * 0.5 + size * 0.36}" font-size="${size}" font-weight="bold" font-family="DejaVu Sans Mono, monospace" text-anchor="middle" fill="#111">${plate}</text>`;
}

function svg(width: number, height: number, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`;
}
