import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { PackJob, PackRequest } from '@amaan/contracts/api/evidence-pack';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { AmaanError } from '@amaan/contracts/problem';
import type { Logger } from 'pino';
import { decide, type Principal } from '../access/decide.ts';
import { ConflictError, HttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import { PackArchive } from './pack-archive.ts';
import { PackFolder } from './pack-folder.ts';
import { type OnStep, type PackSources, writePack } from './write-pack.ts';

const SERVER = 'system:server';

/** Finished packs that are kept for download, the newest. */
const KEPT = 5;

export interface PackServiceOptions extends PackSources {
  readonly dataDir: string;
  readonly now: () => number;
  readonly logger: Logger;
}

interface Work {
  job: PackJob;
  /** Who stopped it; left out: nobody but the end of the server. */
  stoppedBy?: string;
  readonly stop: AbortController;
}

/**
 * Makes evidence packs in the background, one at a time: whoever asked may leave the page. Packs lie under
 * `<data>/packs` until five newer ones are made, and a restart keeps them; each that is finished is in the ledger.
 */
export class PackService implements AsyncDisposable {
  readonly #options: PackServiceOptions;
  readonly #works = new Map<Identifier, Work>();
  #running: Promise<void> = Promise.resolve();
  readonly #folder: PackFolder;
  #restored: Promise<void> | undefined;

  constructor(options: PackServiceOptions) {
    this.#options = options;
    this.#folder = new PackFolder(join(options.dataDir, 'packs'));
  }

  /** Packs that are finished, and others that were begun since the server started; newest first. */
  async list(): Promise<PackJob[]> {
    await this.#restore();
    return [...this.#works.values()].map(({ job }) => job).reverse();
  }

  /** @throws NotFoundError `PACK_NOT_FOUND` */
  async get(id: Identifier): Promise<PackJob> {
    return (await this.#work(id)).job;
  }

  /** Begins a pack, and says so in the ledger first. @throws ConflictError `PACK_RUNNING` while another one is being made */
  async start({ from, to, sample }: PackRequest, by: Principal): Promise<PackJob> {
    await this.#restore();
    // Nothing is awaited from here to the new job's place in the list: two that ask at once do not both begin.
    const running = [...this.#works.values()].find(({ job }) => job.state === 'running');
    if (running !== undefined) {
      throw new ConflictError(
        'PACK_RUNNING',
        'Another pack is being made; yours was not begun. Wait for it, or cancel it.',
      );
    }
    const job: PackJob = {
      id: newIdentifier(),
      from,
      to,
      sample,
      state: 'running',
      requestedBy: by.name,
      maker: `user:${by.id}`,
      startedAt: instantOf(this.#options.now()),
      endedAt: null,
      progress: { step: 'ledger', done: 0, total: 1 },
      file: null,
      error: null,
    };
    const work: Work = { job, stop: new AbortController() };
    this.#works.set(job.id, work);
    try {
      await this.#record('begun', work, job.maker, { from, to, sample });
    } catch (error) {
      this.#works.delete(job.id);
      throw error;
    }
    this.#running = this.#make(work);
    return job;
  }

  /**
   * Stops a pack that is being made, or takes away one that ended. The ledger says so before anything is gone.
   * @throws NotFoundError `PACK_NOT_FOUND`; HttpError 403 `NOT_YOUR_PACK` for who neither made it nor may
   *   remove any
   */
  async remove(id: Identifier, by: Principal): Promise<void> {
    const work = await this.#work(id);
    const actor = `user:${by.id}`;
    if (work.job.maker !== actor) requireRemoveAny(by, this.#options.now());
    if (work.job.state === 'running') {
      work.stoppedBy = actor;
      work.stop.abort();
      await this.#running;
      return;
    }
    await this.#delete(work, actor, 'removed');
  }

  /**
   * A finished pack.
   * @throws NotFoundError `PACK_NOT_FOUND`; ConflictError `PACK_NOT_READY`
   */
  async open(
    id: Identifier,
  ): Promise<{ readonly file: NonNullable<PackJob['file']>; readonly content: Readable }> {
    const { file } = await this.get(id);
    if (file === null) {
      throw new ConflictError('PACK_NOT_READY', 'This pack is not finished, so there is nothing to fetch.');
    }
    return { file, content: this.#folder.open(id) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const { stop } of this.#works.values()) stop.abort();
    await this.#running;
  }

  async #make(work: Work): Promise<void> {
    try {
      const file = await this.#write(work);
      const ended = { state: 'done', file, endedAt: instantOf(this.#options.now()) } as const;
      await this.#folder.remember({ ...work.job, ...ended });
      work.job = { ...work.job, ...ended };
      await this.#forgetOld();
    } catch (error) {
      if (work.stop.signal.aborted) {
        await this.#recordEnd('cancelled', work, work.stoppedBy ?? SERVER, {});
        return this.#end(work, { state: 'cancelled' });
      }
      this.#options.logger.error({ err: error, packId: work.job.id }, 'the evidence pack was not made');
      const { code, message } =
        error instanceof AmaanError
          ? error
          : {
              code: 'PACK_FAILED',
              message: 'Making the pack failed and nothing of it was kept; the log names the cause.',
            };
      await this.#recordEnd('failed', work, SERVER, { code });
      this.#end(work, { state: 'failed', error: { code, message } });
    }
  }

  /** The entry first: what cannot be recorded is not deleted, and a recorded file that is left is found. */
  async #delete(work: Work, actor: string, why: 'removed' | 'superseded'): Promise<void> {
    const { id, file } = work.job;
    await this.#record('deleted', work, actor, { why, digest: file?.digest ?? null });
    await this.#folder.forget(id);
    this.#works.delete(id);
  }

  /** That a pack ended badly; where not even that can be recorded, the log says it. */
  async #recordEnd(
    ...what: [what: 'cancelled' | 'failed', work: Work, actor: string, data: LedgerEntry['data']]
  ): Promise<void> {
    await this.#record(...what).catch((error: unknown) => {
      this.#options.logger.error(
        { err: error, packId: what[1].job.id },
        'the end of the pack was not recorded',
      );
    });
  }

  async #record(what: string, { job }: Work, actor: string, data: LedgerEntry['data']): Promise<void> {
    const at = this.#options.now();
    const entry = ledgerEntry({ kind: `pack.${what}`, at, actor, subject: `pack:${job.id}`, data });
    await changeInLedger(this.#options.db, async () => ({ result: undefined, entries: [entry] }));
  }

  async #write(work: Work): Promise<NonNullable<PackJob['file']>> {
    const { now } = this.#options;
    const { id, from, to, sample, requestedBy: createdBy } = work.job;
    await using archive = new PackArchive(await this.#folder.prepare(id));
    const onStep: OnStep = (step, done, total) => {
      work.stop.signal.throwIfAborted();
      work.job = { ...work.job, progress: { step, done, total } };
    };
    const order = { id, period: { from, to }, sample, createdAt: instantOf(now()), createdBy };
    const manifestDigest = await writePack(archive, order, this.#options, onStep);
    const { bytes, digest } = await archive.finish();
    await this.#record('created', work, work.job.maker, { from, to, sample, manifestDigest, digest, bytes });
    return { name: `amaan-evidence-${from.slice(0, 10)}-${to.slice(0, 10)}.zip`, bytes, digest };
  }

  #end(work: Work, change: Partial<PackJob>): void {
    work.job = { ...work.job, ...change, endedAt: instantOf(this.#options.now()) };
  }

  async #forgetOld(): Promise<void> {
    const done = (await this.list()).filter(({ state }) => state === 'done');
    for (const { id } of done.slice(KEPT)) await this.#delete(await this.#work(id), SERVER, 'superseded');
  }

  /** Once, before anything else: what an earlier run of the server finished. */
  #restore(): Promise<void> {
    this.#restored ??= this.#folder.restore().then((jobs) => {
      for (const job of jobs) this.#works.set(job.id, { job, stop: new AbortController() });
    });
    return this.#restored;
  }

  async #work(id: Identifier): Promise<Work> {
    await this.#restore();
    const work = this.#works.get(id);
    if (work === undefined) throw new NotFoundError('pack');
    return work;
  }
}

/** @throws HttpError 403 `NOT_YOUR_PACK` */
function requireRemoveAny(by: Principal, now: number): void {
  const decision = decide(by, 'pack.remove-any', { now });
  if (decision.allowed) return;
  throw new HttpError(
    403,
    'NOT_YOUR_PACK',
    'Somebody else made this pack; only they or an administrator may cancel or remove it. Nothing was changed.',
    { policies: decision.policies },
  );
}
