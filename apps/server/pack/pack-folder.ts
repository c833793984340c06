import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { PackJob } from '@amaan/contracts/api/evidence-pack';
import type { Identifier } from '@amaan/contracts/identifier';

/** Where finished packs lie, each with what is known of it in a small file beside it: a restart forgets none. */
export class PackFolder {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** Where a pack is to be written. */
  async prepare(id: Identifier): Promise<string> {
    await mkdir(this.#path, { recursive: true, mode: 0o700 });
    return this.#pack(id);
  }

  /** Makes a finished pack one that is found again. */
  async remember(job: PackJob): Promise<void> {
    const part = `${this.#note(job.id)}.part`;
    await writeFile(part, JSON.stringify(job), { mode: 0o600, flush: true });
    await rename(part, this.#note(job.id));
  }

  /** Finished packs, oldest first. Everything else in the folder is what a stop left half-made, and is deleted. */
  async restore(): Promise<PackJob[]> {
    const names = await readdir(this.#path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    const jobs: PackJob[] = [];
    for (const name of names.filter((one) => one.endsWith('.json'))) {
      const job = await this.#read(name);
      if (job !== null) jobs.push(job);
    }
    const kept = new Set(jobs.flatMap(({ id }) => [this.#pack(id), this.#note(id)]));
    for (const path of names.map((name) => join(this.#path, name)))
      if (!kept.has(path)) await rm(path, { recursive: true, force: true });
    return jobs.sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  }

  /** The note first: a pack without one is deleted at the next start. */
  async forget(id: Identifier): Promise<void> {
    await rm(this.#note(id), { force: true });
    await rm(this.#pack(id), { force: true });
  }

  open(id: Identifier): Readable {
    return createReadStream(this.#pack(id));
  }

  /** What a note says, or null when its pack is not there whole. */
  async #read(name: string): Promise<PackJob | null> {
    const text = await readFile(join(this.#path, name), 'utf8');
    const { data: job } = PackJob.safeParse(parsed(text));
    if (job === undefined || job.file === null || name !== `${job.id}.json`) return null;
    const size = await stat(this.#pack(job.id)).catch(() => null);
    return size?.size === job.file.bytes ? job : null;
  }

  #pack(id: Identifier): string {
    return join(this.#path, `${id}.zip`);
  }

  #note(id: Identifier): string {
    return join(this.#path, `${id}.json`);
  }
}

/** JSON, or undefined where the text is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
