import { lettering, letteringWidth } from '@amaan/cli/demo-scenes/plate-alphabet';
import { seededRandom } from '@amaan/contracts/seeded-random';
import { homographyToQuad, type PixelPoint, type Quad } from '@amaan/vision/image/homography';
import type { Picture } from '@amaan/vision/image/picture';
import sharp from 'sharp';

/** One rendered plate and what is known of it. */
export interface RenderedPlate {
  readonly picture: Picture;
  readonly text: string;
  readonly rows: 1 | 2;
  /** Height of one row of the plate in pixels: a plate of two rows is twice as high. */
  readonly height: number;
  /** Degrees that it is turned about its upright axis. */
  readonly yaw: number;
  readonly condition: Condition;
}

export const CONDITIONS = ['day', 'blur', 'night', 'rain', 'dirt'] as const;
export type Condition = (typeof CONDITIONS)[number];

export interface PlateOrder {
  readonly height: number;
  readonly yaw: number;
  readonly condition: Condition;
  readonly seed: number;
}

interface Style {
  readonly pattern: readonly string[];
  readonly ground: string;
  readonly ink: string;
  readonly band: string | null;
}

const WHITE = { ground: '#f2f2ec', ink: '#141414', band: '#0d7a3c' };
const GREEN = { ground: '#0b6b35', ink: '#f6f6f2', band: null };
const BLACK = { ground: '#17181a', ink: '#f0f0ea', band: null };
const YELLOW = { ground: '#f0c32c', ink: '#141414', band: null };

/** Punjab's series: A stands for a letter, 9 for a digit. */
const STYLES: readonly Style[] = [
  { pattern: ['AAA-9999'], ...WHITE },
  { pattern: ['AAA-999'], ...WHITE },
  { pattern: ['AA-99-9999'], ...WHITE },
  { pattern: ['AAA-99-999'], ...WHITE },
  { pattern: ['AAA-9999'], ...YELLOW },
  { pattern: ['LEG-99-999'], ...GREEN },
  { pattern: ['AAA-999'], ...BLACK },
  { pattern: ['AAA-99', '9999'], ...WHITE, band: null },
  { pattern: ['AAA', '9999'], ...WHITE, band: null },
  { pattern: ['AA-99', '9999'], ...BLACK },
];

const WIDTH = 480;
const HEIGHT = 300;
/** Units of the drawing: one row is 100 high. */
const ROW = 100;
/** Pixels of the drawn plate for one pixel in the picture, so that thin strokes are not lost. */
const FINER = 3;
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/**
 * A plate of Punjab on the back of a vehicle, drawn with the project's own letters: no plate of anybody. Equal orders
 * give equal pictures.
 */
export async function renderPunjabPlate({
  height,
  yaw,
  condition,
  seed,
}: PlateOrder): Promise<RenderedPlate> {
  const random = seededRandom(seed);
  const style = STYLES[Math.floor(random() * STYLES.length)]!;
  const rows = style.pattern.map((pattern) => fill(pattern, random));
  const plate = drawPlate(rows, style, condition, random);
  const scale = height / ROW;
  const quad = placed(plate.width * scale, plate.height * scale, yaw, random);
  const drawn = await raster(plate.svg, plate.width * scale * FINER, plate.height * scale * FINER);
  const pixels = await vehicleBack(random);
  paste({ width: WIDTH, height: HEIGHT, pixels }, drawn, quad);
  const picture = { width: WIDTH, height: HEIGHT, pixels: await weather(pixels, condition, height, random) };
  const text = rows.join('').replaceAll('-', '');
  return { picture, text, rows: rows.length > 1 ? 2 : 1, height, yaw, condition };
}

function fill(pattern: string, random: () => number): string {
  const pick = (from: string) => from[Math.floor(random() * from.length)]!;
  return pattern.replace(/A|9/g, (place, offset) =>
    pattern.startsWith('LEG') && offset < 3 ? place : place === 'A' ? pick(LETTERS) : pick('0123456789'),
  );
}

function drawPlate(
  rows: readonly string[],
  { ground, ink, band }: Style,
  condition: Condition,
  random: () => number,
) {
  const letterHeight = 56 + random() * 10;
  const widths = rows.map((row) => letteringWidth(row, letterHeight));
  const bandWidth = band === null ? 0 : 34;
  const width = Math.max(...widths) + 50 + bandWidth;
  const height = rows.length * ROW;
  const weight = 0.15 + random() * 0.05;
  const texts = rows.map((row, index) => {
    const left = bandWidth + (width - bandWidth - widths[index]!) / 2;
    return lettering(row, left, index * ROW + (ROW - letterHeight) / 2, letterHeight, ink, weight);
  });
  const blots = condition === 'dirt' ? Array.from({ length: 14 }, () => blot(width, height, random)) : [];
  const strip = band === null ? '' : `<rect width="${bandWidth}" height="${height}" fill="${band}"/>`;
  const frame = `<rect x="2" y="2" width="${width - 4}" height="${height - 4}" rx="6" fill="none" stroke="${ink}" stroke-width="3"/>`;
  const body = `<rect width="${width}" height="${height}" fill="${ground}"/>${strip}${frame}${texts.join('')}${blots.join('')}`;
  return { width, height, svg: { body, width, height } };
}

function blot(width: number, height: number, random: () => number): string {
  const radius = 6 + random() * 22;
  const opacity = 0.2 + random() * 0.35;
  return `<ellipse cx="${random() * width}" cy="${random() * height}" rx="${radius * 1.6}" ry="${radius}" fill="#7a6a50" opacity="${opacity}"/>`;
}

async function raster(
  { body, width, height }: { body: string; width: number; height: number },
  pixelsAcross: number,
  pixelsDown: number,
): Promise<Picture> {
  const [across, down] = [Math.max(8, Math.round(pixelsAcross)), Math.max(8, Math.round(pixelsDown))];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${across}" height="${down}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none">${body}</svg>`;
  const { data, info } = await sharp(Buffer.from(svg))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: new Uint8Array(data) };
}

/** The corners of a plate turned by `yaw`, a little tilted and rolled, seen from some 8 plate widths away. */
function placed(width: number, height: number, yaw: number, random: () => number): Quad {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [turn, tilt, roll] = [radians(yaw), radians(-12 + random() * 24), radians(-5 + random() * 10)];
  const distance = width * 8;
  const middle = { x: WIDTH / 2 + (random() - 0.5) * 80, y: HEIGHT * 0.6 + (random() - 0.5) * 40 };
  const corner = (u: number, v: number): PixelPoint => {
    const [x0, y0] = [u * width, v * height];
    const [x1, z1] = [x0 * Math.cos(turn), -x0 * Math.sin(turn)];
    const [y2, z2] = [y0 * Math.cos(tilt) - z1 * Math.sin(tilt), y0 * Math.sin(tilt) + z1 * Math.cos(tilt)];
    const shrink = distance / (distance + z2);
    const [x, y] = [x1 * shrink, y2 * shrink];
    return {
      x: middle.x + x * Math.cos(roll) - y * Math.sin(roll),
      y: middle.y + x * Math.sin(roll) + y * Math.cos(roll),
    };
  };
  return [corner(-0.5, -0.5), corner(0.5, -0.5), corner(0.5, 0.5), corner(-0.5, 0.5)];
}

/** A car's back: paint with a sheen, a bumper, lights and a shadowed ledge over the plate. */
async function vehicleBack(random: () => number): Promise<Uint8Array<ArrayBuffer>> {
  const paint = ['#8c9096', '#e4e4e0', '#2c2f35', '#7a1f1f', '#23406e', '#b9bcc0'][Math.floor(random() * 6)]!;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><defs><linearGradient id="g" x2="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".25"/><stop offset="1" stop-color="#000" stop-opacity=".45"/></linearGradient></defs><rect width="100%" height="100%" fill="#4d5157"/><rect x="30" y="20" width="420" height="260" rx="34" fill="${paint}"/><rect x="30" y="20" width="420" height="260" rx="34" fill="url(#g)"/><rect x="70" y="34" width="340" height="70" rx="14" fill="#20262c"/><rect x="44" y="118" width="54" height="40" rx="8" fill="#a3201c"/><rect x="382" y="118" width="54" height="40" rx="8" fill="#a3201c"/><rect x="30" y="236" width="420" height="44" rx="12" fill="#1d1f22"/></svg>`;
  const { data } = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return new Uint8Array(data);
}

/** Puts a drawn plate into its quad: every pixel of the picture is the mean of nine samples. */
function paste(picture: Picture, drawn: Picture, quad: Quad): void {
  const back = inverse(homographyToQuad(drawn.width, drawn.height, quad)!);
  const samples = [1 / 6, 1 / 2, 5 / 6];
  const [fromX, toX] = range(
    quad.map(({ x }) => x),
    picture.width,
  );
  const [fromY, toY] = range(
    quad.map(({ y }) => y),
    picture.height,
  );
  for (let y = fromY; y < toY; y++) {
    for (let x = fromX; x < toX; x++) {
      const at = (y * picture.width + x) * 3;
      const sum = [0, 0, 0];
      for (const down of samples) {
        for (const across of samples) {
          const [u, v, w] = [0, 3, 6].map(
            (row) => back[row]! * (x + across) + back[row + 1]! * (y + down) + back[row + 2]!,
          );
          const [column, line] = [Math.floor(u! / w!), Math.floor(v! / w!)];
          const inside = column >= 0 && line >= 0 && column < drawn.width && line < drawn.height;
          const source = inside ? (line * drawn.width + column) * 3 : at;
          const pixels = inside ? drawn.pixels : picture.pixels;
          for (let channel = 0; channel < 3; channel++) sum[channel]! += pixels[source + channel]!;
        }
      }
      for (let channel = 0; channel < 3; channel++) picture.pixels[at + channel] = sum[channel]! / 9;
    }
  }
}

function range(values: readonly number[], limit: number): [number, number] {
  return [Math.max(0, Math.floor(Math.min(...values))), Math.min(limit, Math.ceil(Math.max(...values)))];
}

/** The inverse of a 3 × 3 matrix, up to a factor, which projection does not see. */
function inverse(m: readonly number[]): number[] {
  const [a, b, c, d, e, f, g, h, i] = m as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return [
    ...[e * i - f * h, c * h - b * i, b * f - c * e],
    ...[f * g - d * i, a * i - c * g, c * d - a * f],
    ...[d * h - e * g, b * g - a * h, a * e - b * d],
  ];
}

async function weather(
  pixels: Uint8Array<ArrayBuffer>,
  condition: Condition,
  height: number,
  random: () => number,
): Promise<Uint8Array<ArrayBuffer>> {
  let image = sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } });
  if (condition === 'blur') image = image.blur(Math.max(0.3, height * 0.03));
  if (condition === 'night') image = image.linear(0.32, 2);
  if (condition === 'rain') image = image.blur(0.5).composite([{ input: Buffer.from(rain(random)) }]);
  const data = await image.removeAlpha().raw().toBuffer();
  const noise = condition === 'night' ? 14 : 5;
  for (let at = 0; at < data.length; at++) {
    data[at] = Math.min(255, Math.max(0, data[at]! + (random() + random() - 1) * noise));
  }
  const coded = await sharp(data, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .jpeg({ quality: 82 })
    .toBuffer();
  return new Uint8Array(await sharp(coded).removeAlpha().raw().toBuffer());
}

function rain(random: () => number): string {
  const drops = Array.from({ length: 160 }, () => {
    const [x, y, length] = [random() * WIDTH, random() * HEIGHT, 6 + random() * 14];
    return `<path d="M${x} ${y}l-2 ${length}" stroke="#dfe4ea" stroke-opacity=".45" stroke-width="1"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${drops.join('')}</svg>`;
}
