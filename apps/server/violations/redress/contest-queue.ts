import type { Identifier } from '@amaan/contracts/identifier';
import type {
  ContestPage,
  ContestQuery,
  ContestSummary,
  ContestView,
} from '@amaan/contracts/violations/contest';
import { isSamePerson } from '@amaan/governance/four-eyes';
import { listContestFiles, type StoredContestFile } from '@amaan/store/contests/contest-files';
import { getContest, listContests, type StoredContest } from '@amaan/store/contests/contests';
import type { Database } from '@amaan/store/open-database';
import { getChallan } from '@amaan/store/violations/challans';
import type { Principal } from '../../access/decide.ts';
import { type ContestUploads, fileView } from '../../citizen/uploads/contest-uploads.ts';
import { asHttpError, NotFoundError } from '../../http/http-errors.ts';
import { peopleOfCase } from './contest-decisions.ts';

export interface ContestQueueOptions {
  readonly db: Database;
  readonly uploads: Pick<ContestUploads, 'read'>;
}

/** Contests as officers see them. */
export class ContestQueue {
  readonly #options: ContestQueueOptions;

  constructor(options: ContestQueueOptions) {
    this.#options = options;
  }

  /** Contests of somebody's sites: open ones by their deadline, ended ones newest first. @throws HttpError 400 `CURSOR_INVALID` */
  async page({ cursor, siteId, ...query }: ContestQuery, by: Principal): Promise<ContestPage> {
    const { db } = this.#options;
    const { contests, nextCursor } = await listContests(db, {
      ...query,
      sites: by.sites,
      ...(siteId !== undefined && { siteId }),
      ...(cursor !== undefined && { after: cursor }),
    }).catch((error: unknown) => {
      throw asHttpError(error, { CURSOR_INVALID: 400 });
    });
    const files = await listContestFiles(
      db,
      contests.map(({ id }) => id),
    );
    const summaries = contests.map(async (contest) => ({
      ...(await this.#summary(contest, by)),
      files: files.filter(({ contestId }) => contestId === contest.id).length,
    }));
    return { contests: await Promise.all(summaries), nextCursor };
  }

  /** @throws NotFoundError `CONTEST_NOT_FOUND`, also when it belongs to a site that is not theirs */
  async view(id: Identifier, by: Principal): Promise<ContestView> {
    const { db } = this.#options;
    const contest = await this.#require(id, by);
    const { decision, endedAt, state, text } = contest;
    const files = await listContestFiles(db, [id]);
    const isDecided = (state === 'upheld' || state === 'accepted') && decision !== null && endedAt !== null;
    return {
      ...(await this.#summary(contest, by)),
      text,
      files: files.map(fileView),
      decision: isDecided ? { ...decision, outcome: state, at: endedAt } : null,
    };
  }

  /** A file that a citizen brought. @throws NotFoundError `CONTEST_NOT_FOUND`, `FILE_NOT_FOUND` */
  async file(
    id: Identifier,
    fileId: Identifier,
    by: Principal,
  ): Promise<{ readonly file: StoredContestFile; readonly content: Buffer }> {
    const { db, uploads } = this.#options;
    await this.#require(id, by);
    const file = (await listContestFiles(db, [id])).find((each) => each.id === fileId);
    if (file === undefined) throw new NotFoundError('file');
    return { file, content: await uploads.read(file) };
  }

  async #require(id: Identifier, by: Principal): Promise<StoredContest> {
    const contest = await getContest(this.#options.db, id, by.sites);
    if (contest === null) throw new NotFoundError('contest');
    return contest;
  }

  async #summary(contest: StoredContest, by: Principal): Promise<Omit<ContestSummary, 'files'>> {
    const { db } = this.#options;
    const { id, challanId, caseId, siteId, state, reasons, openedAt, decideBy, endedAt } = contest;
    const challan = await getChallan(db, challanId);
    if (challan === null) throw new NotFoundError('challan');
    const people = await peopleOfCase(db, caseId);
    const mayNotDecide = refusalOf(contest, by, people);
    return {
      ...{ id, challanId, caseId, siteId, state, reasons, openedAt, endedAt, decideBy },
      ...{ challanNumber: challan.number, simulated: challan.simulated },
      ...{ mayDecide: mayNotDecide === null, mayNotDecide },
    };
  }
}

function refusalOf(
  { state }: StoredContest,
  by: Principal,
  people: readonly { readonly person: string }[],
): ContestSummary['mayNotDecide'] {
  if (state !== 'open') return 'decided';
  if ((by.trainingGaps ?? []).length > 0) return 'not-trained';
  return people.some(({ person }) => isSamePerson(person, by.person)) ? 'reviewed-it' : null;
}
