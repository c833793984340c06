import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Camera } from '@amaan/contracts/camera';
import { AmaanError } from '@amaan/contracts/problem';
import { type Command, InvalidArgumentError } from 'commander';
import { printRows } from '../print-rows.ts';

interface AddOptions {
  readonly rate: number;
  readonly position?: readonly [number, number];
  readonly plates?: boolean;
  readonly data?: string;
  readonly json?: boolean;
}

/** `amaan camera add`. */
export function registerCamera(program: Command): void {
  const camera = program.command('camera').description('cameras of the deployment that runs here');
  camera
    .command('add')
    .description('add a camera: RTSP, HTTP or a video file that plays as if it were one')
    .argument('<name>', 'what people call it')
    .argument('<url>', 'rtsp://…, http://… or a file; credentials go into the URL and are stored encrypted')
    .option('--rate <frames>', 'pictures per second that are analysed', parseNumber, 5)
    .option('--position <longitude,latitude>', 'where it stands (WGS 84)', parsePosition)
    .option('--plates', 'read number plates on it, too')
    .option('--data <dir>', 'data folder of the deployment')
    .option('--json', 'print JSON lines')
    .action(add);
}

async function add(name: string, url: string, options: AddOptions): Promise<void> {
  const { ApiClient } = await import('../api-client.ts');
  const { dataFolder } = await import('../project.ts');
  const client = await ApiClient.ofDataFolder(dataFolder(options.data));
  const answer = await client.post('/api/cameras', {
    name,
    url: locate(url),
    analysisRate: options.rate,
    readsPlates: options.plates === true,
    ...(options.position && { position: options.position }),
  });
  const { id, displayUrl } = Camera.parse(answer);
  printRows([{ id, name, url: displayUrl }], options.json === true);
}

/** A file's whole path, since the server runs in another folder; URLs as they are. */
function locate(url: string): string {
  if (/^[a-z]+:\/\//i.test(url)) return url;
  const path = resolve(url);
  if (!existsSync(path)) throw new AmaanError('SOURCE_NOT_FOUND', `There is no file ${path}.`);
  return path;
}

function parseNumber(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError('It must be a number above 0.');
  return value;
}

function parsePosition(text: string): [number, number] {
  const [longitude, latitude, ...rest] = text.split(',').map(Number);
  const fits = (value: number | undefined, limit: number) => value !== undefined && Math.abs(value) <= limit;
  if (rest.length > 0 || !fits(longitude, 180) || !fits(latitude, 90)) {
    throw new InvalidArgumentError('It must be longitude,latitude in degrees, for example 74.34,31.55.');
  }
  return [longitude!, latitude!];
}
