import { denialOf } from '@amaan/analytics/permits/denial-of';
import type { TrackedObject } from '@amaan/contracts/detection';
import type { MatchPicture } from '@amaan/contracts/faces/matches/possible-match';
import type { AssignedCamera } from '@amaan/contracts/worker-messages';
import { failedPart } from '@amaan/face-recognition/quality/face-quality';
import { faceRecognition, qualityFloor } from '@amaan/face-recognition/system';
import { betterSight } from '@amaan/face-recognition/tracks/better-sight';
import { PermitDenied } from '@amaan/governance/permits/permit-denied';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Frame } from '@amaan/vision/frame';
import { encodeJpeg } from '@amaan/vision/image/encode-jpeg';
import type { Picture } from '@amaan/vision/image/picture';
import type { Logger } from 'pino';
import type { ReportOutbox } from '../report-outbox.ts';
import type { FaceAuthorisations, OpenFaceSearch } from './face-authorisations.ts';
import type { FaceDesk } from './face-desk.ts';
import { type FacePassage, FacePassages } from './face-passages.ts';
import type { FaceSearchClient, FaceSearchMatch } from './face-search-client.ts';
import { FaceTally } from './face-tally.ts';
import type { FaceAnswer, FaceWork } from './face-work.ts';
import { faceCropOf, forgetSight, type KeptSight, keepSight, sightFrameOf } from './kept-sight.ts';
import { toPossibleMatch } from './to-possible-match.ts';

export interface FaceLaneOptions {
  readonly camera: AssignedCamera;
  readonly desk: Pick<FaceDesk, 'run' | 'admit' | 'standing'>;
  readonly authorisations: Pick<FaceAuthorisations, 'covering' | 'refresh'>;
  readonly searcher: Pick<FaceSearchClient, 'search'>;
  readonly outbox: Pick<ReportOutbox, 'add'>;
  readonly objects: Pick<ObjectStore, 'put'>;
  readonly clockOffsetMs: () => number;
  readonly logger: Logger;
}

/** A possible match that is to be reported. */
interface Found {
  readonly authorisation: OpenFaceSearch;
  readonly match: NonNullable<FaceSearchMatch>;
}

/**
 * The faces of one camera, while an authorisation covers it and no moment longer: without one no face is looked for, and
 * what was kept is overwritten. One frame is looked at at a time, the newest. Of each person who passes the best sight is
 * searched, once; of whom the search does not name nothing is left but a number.
 */
export class FaceLane implements AsyncDisposable {
  readonly #options: FaceLaneOptions;
  readonly #passages: FacePassages<KeptSight>;
  readonly #tally: FaceTally;
  #busy: Promise<void> | null = null;
  /** Why the last frame was refused; told once. */
  #refused: string | null = null;
  #failed: string | null = null;
  /** The same of searches: while the server is silent frames are looked at all the same. */
  #unsearched: string | null = null;

  constructor(options: FaceLaneOptions) {
    this.#options = options;
    const floor = qualityFloor();
    this.#passages = new FacePassages(({ sight }) => failedPart(sight.quality, floor) === null);
    this.#tally = new FaceTally(options.outbox, () => Date.now() - options.clockOffsetMs());
  }

  /** Looks at a frame, unless the one before is still being looked at. */
  look(frame: Frame, objects: readonly TrackedObject[]): void {
    if (!this.#isOpen()) {
      this.drop();
      return;
    }
    this.#passages.see(objects, frame.streamSeconds);
    this.#work(frame.streamSeconds, () => this.#look(frame, objects));
  }

  /** A frame on which nothing moved was not looked at; but somebody may have stood there long enough. */
  rest(streamSeconds: number): void {
    if (!this.#isOpen()) {
      this.drop();
      return;
    }
    this.#passages.rest(streamSeconds);
    this.#work(streamSeconds, async () => {});
  }

  /** Forgets every face that is kept. */
  drop(): void {
    for (const { kept } of this.#passages.clear()) if (kept !== null) forgetSight(kept);
    this.#tally.report();
  }

  /** Searches whom it still has, where that is authorised still, and forgets them. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#busy;
    this.#work(Number.POSITIVE_INFINITY, async () => {});
    await this.#busy;
    this.drop();
  }

  #isOpen(): boolean {
    const { authorisations, camera } = this.#options;
    return authorisations.covering(camera.id).length > 0;
  }

  #work(streamSeconds: number, work: () => Promise<void>): void {
    if (this.#busy !== null) return;
    this.#busy = work()
      .catch((error: unknown) => this.#fail(error))
      // Who was seen before a refusal or a failure may be due all the same.
      .then(() => this.#searchDue(streamSeconds))
      .catch((error: unknown) => this.#fail(error))
      .finally(() => {
        this.#busy = null;
      });
  }

  async #look(frame: Frame, objects: readonly TrackedObject[]): Promise<void> {
    const { desk, camera } = this.#options;
    const standing = desk.admit(camera.id);
    const { width, height, pixels } = frame;
    const { faces } = await this.#run({ type: 'look', picture: { width, height, pixels } }, 'looked');
    this.#refused = null;
    this.#failed = null;
    // It may have ended meanwhile.
    if (!this.#isOpen()) {
      for (const { aligned } of faces) aligned.pixels.fill(0);
      return;
    }
    const boxes = faces.map(({ box }) => box);
    const passages = this.#passages.join(boxes, objects, frame, frame.streamSeconds);
    let of: ReturnType<typeof sightFrameOf> | null = null;
    for (const [index, face] of faces.entries()) {
      const passage = passages[index]!;
      const seen = { at: frame.capturedAt, face, aligned: face.aligned, quality: face.quality };
      const isBetter = !passage.isSearched && betterSight(passage.kept?.sight ?? null, seen) === seen;
      if (isBetter) of ??= sightFrameOf(frame, standing);
      const kept = isBetter && of !== null ? keepSight(face, frame, seen, of) : null;
      if (kept === null) {
        face.aligned.pixels.fill(0);
        continue;
      }
      if (passage.kept !== null) forgetSight(passage.kept);
      passage.kept = kept;
    }
  }

  async #searchDue(streamSeconds: number): Promise<void> {
    const { search, forget } = this.#passages.takeDue(streamSeconds);
    for (const { kept } of forget) if (kept !== null) forgetSight(kept);
    for (const passage of search) {
      const { kept } = passage;
      passage.kept = null;
      if (kept === null) continue;
      try {
        await this.#search(kept, passage);
      } catch (error) {
        this.#fail(error);
      } finally {
        forgetSight(kept);
      }
    }
    this.#tally.reportDue();
  }

  async #search(kept: KeptSight, { track }: FacePassage<KeptSight>): Promise<void> {
    const found = await this.#ask(kept);
    if (found.length === 0) return;
    const attack = await this.#judge(kept);
    const crop = await this.#keep(faceCropOf(kept));
    const picture = await this.#keep(kept.frame.context);
    const { camera, outbox, clockOffsetMs } = this.#options;
    // Reported also when it has ended in these milliseconds: the server then refuses it, and deletes the pictures.
    for (const { authorisation, match } of found) {
      const origin = {
        ...{ cameraId: camera.id, siteId: camera.siteId, clockOffsetMs: clockOffsetMs() },
        ...{ authorisationId: authorisation.id, track },
      };
      const observation = toPossibleMatch(kept, match, origin, { attack, crop, picture });
      outbox.add({ type: 'observation', observation });
    }
  }

  /** Looks for a face in the list of every authorisation. Its template lives no longer than this. */
  async #ask({ sight, frame }: KeptSight): Promise<Found[]> {
    const { desk, camera, authorisations, searcher } = this.#options;
    const found: Found[] = [];
    const open = authorisations.covering(camera.id);
    if (open.length === 0) return found;
    desk.admit(camera.id);
    const { template } = await this.#run({ type: 'embed', aligned: sight.aligned }, 'embedded');
    try {
      for (const authorisation of open) {
        if (!authorisations.covering(camera.id).some(({ id }) => id === authorisation.id)) continue;
        const { permitId, modelDigest } = frame.standing;
        const question = { authorisationId: authorisation.id, cameraId: camera.id, modelDigest };
        try {
          const match = await searcher.search(question, template);
          this.#unsearched = null;
          this.#tally.count(permitId, authorisation.id, camera.id);
          const isOpen = authorisations.covering(camera.id).some(({ id }) => id === authorisation.id);
          if (match !== null && isOpen) found.push({ authorisation, match });
        } catch (error) {
          // A refusal may mean that it is over: ask what holds.
          authorisations.refresh();
          const message = messageOf(error);
          if (message !== this.#unsearched) this.#log(error);
          this.#unsearched = message;
        }
      }
    } finally {
      template.fill(0);
    }
    return found;
  }

  /** A hint beside a match, and never a reason to drop it. */
  async #judge({ surroundings, box }: KeptSight): Promise<number | null> {
    try {
      return (await this.#run({ type: 'judge', picture: surroundings, box }, 'judged')).attack;
    } catch (error) {
      this.#fail(error);
      return null;
    }
  }

  async #keep(picture: Picture): Promise<MatchPicture> {
    const bytes = await encodeJpeg(picture);
    const digest = await this.#options.objects.put(bytes);
    return { digest, mediaType: 'image/jpeg', bytes: bytes.byteLength };
  }

  async #run<Type extends FaceAnswer['type']>(
    work: FaceWork,
    type: Type,
  ): Promise<Extract<FaceAnswer, { type: Type }>> {
    const { desk, camera } = this.#options;
    const answer = await desk.run(work, camera.id);
    if (answer.type !== type) throw new Error('The face thread answered something else.');
    return answer as Extract<FaceAnswer, { type: Type }>;
  }

  /** A refusal by the permit is recorded once for each reason; whatever else fails is logged once, without a face. */
  #fail(error: unknown): void {
    if (error instanceof PermitDenied) {
      this.#deny(error);
      return;
    }
    const message = messageOf(error);
    if (message !== this.#failed) this.#log(error);
    this.#failed = message;
  }

  #log(error: unknown): void {
    this.#options.logger.error({ err: error }, 'A face was not searched; the next one is tried.');
  }

  #deny(error: PermitDenied): void {
    if (error.message === this.#refused) return;
    this.#refused = error.message;
    const { desk, camera, outbox } = this.#options;
    const denial = denialOf(error, faceRecognition.id, camera.id, desk.standing);
    outbox.add({ type: 'denial', denial });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
