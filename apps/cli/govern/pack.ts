import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { PackJob } from '@amaan/contracts/api/evidence-pack';
import { Instant } from '@amaan/contracts/instant';
import { AmaanError } from '@amaan/contracts/problem';
import { type Command, InvalidArgumentError } from 'commander';
import { ApiClient } from '../api-client.ts';
import { printJson } from '../print-rows.ts';
import { dataFolder } from '../project.ts';

const POLL_MS = 250;
const DAY_MS = 24 * 60 * 60 * 1000;

interface PackOptions {
  readonly from: string;
  readonly to: string;
  readonly sample: number;
  readonly data?: string;
  readonly json?: boolean;
}

/** `amaan govern pack`. */
export function registerPack(govern: Command): void {
  govern
    .command('pack')
    .description('write the evidence of a period to a zip file that `amaan govern verify` checks anywhere')
    .argument('<file>', 'where to write it')
    .requiredOption('--from <date>', 'first day (2026-11-01) or instant, UTC', parseBegin)
    .requiredOption(
      '--to <date>',
      'last day, which is included, or the instant before which it ends, UTC',
      parseEnd,
    )
    .option('--sample <n>', 'alerts to draw and explain in full', parseCount, 25)
    .option('--data <dir>', 'data folder of the running deployment')
    .option('--json', 'print one JSON line')
    .action(pack);
}

async function pack(file: string, { from, to, sample, data, json = false }: PackOptions): Promise<void> {
  const client = await ApiClient.ofDataFolder(dataFolder(data));
  const begun = PackJob.parse(await client.post('/api/packs', { from, to, sample }));
  const job = await follow(client, begun);
  if (job.file === null) {
    const { code, message } = job.error ?? {
      code: 'PACK_CANCELLED',
      message: 'The pack was cancelled; nothing was written.',
    };
    throw new AmaanError(code, message);
  }
  await download(client, job, file, job.file.digest);
  if (json) printJson({ file, bytes: job.file.bytes, digest: job.file.digest, from, to });
  else
    process.stderr.write(`amaan: written to ${file}; check it anywhere with: amaan govern verify ${file}\n`);
}

/** Waits until a pack is made, and says how far it is; an interrupt cancels it. */
async function follow(client: ApiClient, begun: PackJob): Promise<PackJob> {
  const cancel = () => void client.delete(`/api/packs/${begun.id}`).catch(() => undefined);
  process.once('SIGINT', cancel);
  try {
    let told = '';
    for (let job = begun; ; job = PackJob.parse(await client.get(`/api/packs/${begun.id}`))) {
      if (job.state !== 'running') return job;
      const { step, done, total } = job.progress;
      const line = `amaan: ${step} (${done} of ${total})`;
      if (line !== told && process.stderr.isTTY) process.stderr.write(`${line}\n`);
      told = line;
      await delay(POLL_MS);
    }
  } finally {
    process.off('SIGINT', cancel);
  }
}

/** The whole pack under its name, or nothing. */
async function download(client: ApiClient, { id }: PackJob, file: string, digest: string): Promise<void> {
  const part = `${file}.part`;
  const hash = createHash('sha256');
  try {
    await pipeline(
      Readable.fromWeb(await client.download(`/api/packs/${id}/file`)),
      async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(part, { mode: 0o600 }),
    );
    if (hash.digest('hex') !== digest) {
      throw new AmaanError(
        'DOWNLOAD_DAMAGED',
        'The pack did not arrive as it was made; nothing was written.',
      );
    }
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

function parseBegin(text: string): string {
  return parseInstant(text, 0);
}

/** A day without a time is meant with all of its hours. */
function parseEnd(text: string): string {
  return parseInstant(text, DAY_MS);
}

function parseInstant(text: string, dayAddsMs: number): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    const day = Date.parse(`${text}T00:00:00.000Z`);
    if (!Number.isNaN(day)) return new Date(day + dayAddsMs).toISOString();
  }
  if (Instant.safeParse(text).success) return text;
  throw new InvalidArgumentError(
    'Give a day such as 2026-11-01 or an instant such as 2026-11-01T08:00:00.000Z.',
  );
}

function parseCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 0 && count <= 200) return count;
  throw new InvalidArgumentError('Give a number from 0 to 200.');
}
