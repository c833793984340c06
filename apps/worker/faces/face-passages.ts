import type { TrackedObject } from '@amaan/contracts/detection';
import { type FaceBox, overlapOf } from '@amaan/face-recognition/finding/face-box';

/** Somebody who was not seen for so long has passed. */
const GONE_SECONDS = 2;
/** Who stays is looked for after so long, for whoever waits for them may need to go there. */
const MOST_WAIT_SECONDS = 10;
/** Without a person's track a face is the one before when their boxes share so much (intersection over union). */
const SAME_PLACE = 0.2;
/** For so long it can be told whether a face is where the one before must have gone. */
const FOLLOWED_SECONDS = 2;
/** A head moves against its person by no more than this, and by so much more in each second; in heights of the face. */
const STEP = 1.5;
const STEP_PER_SECOND = 1;
/** A face grows or shrinks in this proportion at most, and so much more in each second that somebody runs. */
const GROWTH = 1.5;
const GROWTH_PER_SECOND = 0.5;

type Point = readonly [across: number, down: number];

/** One person's way past the camera. */
export interface FacePassage<Kept> {
  /** The person's track, or null for a face without a detected person. */
  track: number | null;
  /** Of the face, when it was seen last. */
  box: FaceBox;
  /** When that was. */
  faceSeconds: number;
  /** The middle of the upper edge of the person's box then, in pixels; null without a track. */
  head: Point | null;
  /** What is kept of its best sight. */
  kept: Kept | null;
  /** Whether it was searched, or is being searched: that happens once. */
  isSearched: boolean;
  readonly firstSeconds: number;
  lastSeconds: number;
  /** The last look at which the person, or the face, was there. */
  lastLook: number;
}

/**
 * Joins the faces of one camera to passages: by the track of the person, or where none was seen by place. A tracker may
 * give one track to two people, when one comes in front of the other. Then the face does not go on where it must have
 * been, and another passage begins: so that both are searched. It is told by places and sizes alone, for no template may
 * be made of anybody before they are searched.
 */
export class FacePassages<Kept> {
  readonly #isFit: (kept: Kept) => boolean;
  #open: FacePassage<Kept>[] = [];
  #looks = 0;

  /** @param isFit whether a sight is good enough for a search */
  constructor(isFit: (kept: Kept) => boolean) {
    this.#isFit = isFit;
  }

  /** Notes who is on a frame, whether or not their face can be seen: until they have left their passage is not over. */
  see(objects: readonly TrackedObject[], seconds: number): void {
    this.#looks += 1;
    const tracks = new Set(objects.map(({ track }) => track));
    for (const passage of this.#open)
      if (passage.track !== null && tracks.has(passage.track)) this.#prolong(passage, seconds);
  }

  /** Nothing moved since the frame before: who was there still is. */
  rest(seconds: number): void {
    for (const passage of this.#open) if (passage.lastLook === this.#looks) passage.lastSeconds = seconds;
  }

  /**
   * The passage of each face of a frame, in their order. Two faces of a frame are never of one passage.
   * @param faces surest first, in pixels of a picture of this size
   */
  join(
    faces: readonly FaceBox[],
    objects: readonly TrackedObject[],
    size: { readonly width: number; readonly height: number },
    seconds: number,
  ): FacePassage<Kept>[] {
    const taken = new Set<FacePassage<Kept>>();
    return faces.map((box) => {
      const free = this.#open.filter((passage) => !taken.has(passage));
      const takenTracks = new Set([...taken].map(({ track }) => track));
      const person = personOf(box, objects, size, takenTracks);
      const track = person?.track ?? null;
      const head = person && headOf(person, size);
      const holder = free.find((open) => track !== null && open.track === track);
      const goesOn = holder !== undefined && isSame(holder, box, head, seconds);
      const nearest = nearestOf(free, box);
      let passage = goesOn ? holder : undefined;
      // A face may be seen before its person is detected, or when the detector lost them for a moment.
      passage ??= nearest !== null && (track === null || nearest.track === null) ? nearest : undefined;
      if (passage === undefined) {
        const at = { firstSeconds: seconds, lastSeconds: seconds, lastLook: this.#looks };
        const seen = { box, head, faceSeconds: seconds };
        passage = { track, kept: null, isSearched: false, ...seen, ...at };
        this.#open.push(passage);
      }
      // Two passages of one track would keep each other open.
      if (holder !== undefined && holder !== passage) holder.track = null;
      passage.track ??= track;
      Object.assign(passage, { box, head, faceSeconds: seconds });
      this.#prolong(passage, seconds);
      taken.add(passage);
      return passage;
    });
  }

  /**
   * Takes out what is to be searched now, and what is to be forgotten because it never was fit for it.
   * @param seconds the stream's time; Infinity when no more frames will come
   */
  takeDue(seconds: number): { readonly search: FacePassage<Kept>[]; readonly forget: FacePassage<Kept>[] } {
    const search: FacePassage<Kept>[] = [];
    const forget: FacePassage<Kept>[] = [];
    for (const passage of this.#open) {
      const isOver = seconds - passage.lastSeconds > GONE_SECONDS;
      const isLong = seconds - passage.firstSeconds >= MOST_WAIT_SECONDS;
      const isFit = passage.kept !== null && this.#isFit(passage.kept);
      if (!passage.isSearched && isFit && (isOver || isLong)) {
        passage.isSearched = true;
        search.push(passage);
      } else if (isOver) forget.push(passage);
    }
    this.#open = this.#open.filter(({ lastSeconds }) => seconds - lastSeconds <= GONE_SECONDS);
    return { search, forget };
  }

  /** Ends all passages, and gives them back to be forgotten. */
  clear(): FacePassage<Kept>[] {
    return this.#open.splice(0);
  }

  #prolong(passage: FacePassage<Kept>, seconds: number): void {
    passage.lastSeconds = seconds;
    passage.lastLook = this.#looks;
  }
}

/** Whether a face of a person's track may be the one before it, by where it is and how large it is. */
function isSame<Kept>(
  { box: before, head: headBefore, faceSeconds }: FacePassage<Kept>,
  box: FaceBox,
  head: Point | null,
  seconds: number,
): boolean {
  const passed = seconds - faceSeconds;
  if (passed > FOLLOWED_SECONDS || headBefore === null || head === null) return true;
  const middle = (of: FaceBox): Point => [of.x + of.width / 2, of.y + of.height / 2];
  const [across, down] = middle(box);
  const [acrossBefore, downBefore] = middle(before);
  // Against the person, so that somebody who runs is followed as far as their track is.
  const moved = Math.hypot(
    across - head[0] - (acrossBefore - headBefore[0]),
    down - head[1] - (downBefore - headBefore[1]),
  );
  const grown = Math.max(box.height / before.height, before.height / box.height);
  const most = Math.max(box.height, before.height);
  return moved <= most * (STEP + STEP_PER_SECOND * passed) && grown <= GROWTH + GROWTH_PER_SECOND * passed;
}

function headOf({ box: [left, top, width] }: TrackedObject, size: { width: number; height: number }): Point {
  return [(left + width / 2) * size.width, top * size.height];
}

/** The person whose box holds the face's middle; of several the smallest one, and none that has a face. */
function personOf(
  { x, y, width, height }: FaceBox,
  objects: readonly TrackedObject[],
  size: { readonly width: number; readonly height: number },
  taken: ReadonlySet<number | null>,
): TrackedObject | null {
  const [across, down] = [(x + width / 2) / size.width, (y + height / 2) / size.height];
  const holding = objects.filter(({ class: of, track, box: [left, top, wide, high] }) => {
    const isInside = across >= left && across <= left + wide && down >= top && down <= top + high;
    return of === 'person' && isInside && !taken.has(track);
  });
  const [smallest] = holding.toSorted((a, b) => a.box[2] * a.box[3] - b.box[2] * b.box[3]);
  return smallest ?? null;
}

function nearestOf<Kept>(passages: readonly FacePassage<Kept>[], box: FaceBox): FacePassage<Kept> | null {
  let [best, most]: [FacePassage<Kept> | null, number] = [null, SAME_PLACE];
  for (const passage of passages) {
    const overlap = overlapOf(passage.box, box);
    if (overlap >= most) [best, most] = [passage, overlap];
  }
  return best;
}
