import type { TrackedObject } from '@amaan/contracts/detection';
import { type FaceBox, overlapOf } from '@amaan/face-recognition/finding/face-box';

/** Somebody who was not seen for so long has passed. */
const GONE_SECONDS = 2;
/** Who stays is looked for after so long, for whoever waits for them may need to go there. */
const MOST_WAIT_SECONDS = 10;
/** Without a person's track a face is the one before when their boxes share so much (intersection over union). */
const SAME_PLACE = 0.2;

/** One person's way past the camera. */
export interface FacePassage<Kept> {
  /** The person's track, or null for a face without a detected person. */
  track: number | null;
  /** Of the face, when it was seen last. */
  box: FaceBox;
  /** What is kept of its best sight. */
  kept: Kept | null;
  /** Whether it was searched, or is being searched: that happens once. */
  isSearched: boolean;
  readonly firstSeconds: number;
  lastSeconds: number;
  /** The last look at which the person, or the face, was there. */
  lastLook: number;
}

/** Joins the faces of one camera to passages: by the track of the person, or where none was seen by place. */
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
      const track = personOf(box, objects, size, takenTracks);
      const nearest = nearestOf(free, box);
      let passage = free.find((open) => track !== null && open.track === track);
      // A face may be seen before its person is detected, or when the detector lost them for a moment.
      passage ??= nearest !== null && (track === null || nearest.track === null) ? nearest : undefined;
      if (passage === undefined) {
        const at = { firstSeconds: seconds, lastSeconds: seconds, lastLook: this.#looks };
        passage = { track, box, kept: null, isSearched: false, ...at };
        this.#open.push(passage);
      }
      passage.track ??= track;
      passage.box = box;
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

/** The track of the person whose box holds the face's middle; of several the smallest one, and none that has a face. */
function personOf(
  { x, y, width, height }: FaceBox,
  objects: readonly TrackedObject[],
  size: { readonly width: number; readonly height: number },
  taken: ReadonlySet<number | null>,
): number | null {
  const [across, down] = [(x + width / 2) / size.width, (y + height / 2) / size.height];
  const holding = objects.filter(({ class: of, track, box: [left, top, wide, high] }) => {
    const isInside = across >= left && across <= left + wide && down >= top && down <= top + high;
    return of === 'person' && isInside && !taken.has(track);
  });
  const [smallest] = holding.toSorted((a, b) => a.box[2] * a.box[3] - b.box[2] * b.box[3]);
  return smallest?.track ?? null;
}

function nearestOf<Kept>(passages: readonly FacePassage<Kept>[], box: FaceBox): FacePassage<Kept> | null {
  let [best, most]: [FacePassage<Kept> | null, number] = [null, SAME_PLACE];
  for (const passage of passages) {
    const overlap = overlapOf(passage.box, box);
    if (overlap >= most) [best, most] = [passage, overlap];
  }
  return best;
}
