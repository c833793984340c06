import { type PixelBox, sharedArea } from '../finding/plate-quad.ts';
import type { CompiledPattern } from '../formats/plate-format.ts';
import type { Reading } from '../reading/choose-reading.ts';
import type { PlateRead } from '../reading/plate-read.ts';
import { combineReads } from './combine-reads.ts';

/** One frame's reading of a passage. `Note` is what the caller wants back of its frame. */
export interface PassageRead<Note> {
  readonly read: PlateRead;
  readonly seconds: number;
  readonly note: Note;
}

/** A vehicle's passage before a camera, read and voted on. */
export interface Passage<Note> {
  /** The vehicle's track, or null for a plate without a detected vehicle. */
  readonly track: number | null;
  readonly reading: Reading;
  /** The best of the reads, with what was noted of its frame. */
  readonly best: PassageRead<Note>;
  readonly reads: readonly PassageRead<Note>[];
  readonly firstSeconds: number;
  readonly lastSeconds: number;
}

export interface PassageOptions {
  readonly patterns: readonly CompiledPattern[];
  /** Reads after which a passage is reported, without waiting for its end. */
  readonly votesEnough: number;
  readonly leastConfidence: number;
}

/** A passage is reported so long after its first read at the latest: whoever waits for it may be chasing it. */
const MOST_WAIT_SECONDS = 3;
/** A plate that was not read for so long has passed. */
const GONE_SECONDS = 2;
/** A plate without a vehicle is the one before when it lies on it, or says nearly the same. */
const SAME_PLACE = 0.3;
const MOST_READS = 64;
/** What is read at one place again within this time, without a vehicle, is a sign or a parked car: reported once. */
const STANDING_SECONDS = 1_800;
const MOST_STANDING = 64;
/** Of the smaller box, what two reads of a thing that does not move share. */
const UNMOVED = 0.5;

/** Something with letters on it that stays where it is. */
interface Standing {
  readonly box: PixelBox;
  readonly text: string;
  seconds: number;
}

interface OpenPassage<Note> {
  readonly track: number | null;
  readonly reads: PassageRead<Note>[];
  /** Of the last read. */
  lastSeconds: number;
  /** When the plate was last read, or its vehicle seen: one that has been read enough is looked at no more. */
  seenSeconds: number;
  box: PixelBox;
  isReported: boolean;
}

/**
 * Joins the reads of one camera to passages: by the track of the vehicle, or where none was seen by place and text.
 * Each passage is reported once: when enough of its reads agree on something, or when it is over.
 */
export class PlatePassages<Note> {
  readonly #options: PassageOptions;
  #open: OpenPassage<Note>[] = [];
  #standing: Standing[] = [];

  constructor(options: PassageOptions) {
    this.#options = options;
  }

  /** Whether a vehicle has been read often enough. */
  isSettled(track: number): boolean {
    return this.#open.some((passage) => passage.track === track && passage.isReported);
  }

  /** Notes that a vehicle is still there, read or not: until it has left its passage is not over. */
  see(track: number, seconds: number): void {
    for (const passage of this.#open) if (passage.track === track) passage.seenSeconds = seconds;
  }

  /** Adds a frame's read of the plate on a vehicle's track (null: no vehicle was seen). */
  add(track: number | null, read: PlateRead, seconds: number, note: Note): void {
    if (track === null && this.#isStanding(read, seconds)) return;
    let passage = this.#open.find((open) => isSame(open, track, read, seconds));
    if (!passage) {
      const times = { lastSeconds: seconds, seenSeconds: seconds };
      passage = { track, reads: [], ...times, box: read.box, isReported: false };
      this.#open.push(passage);
    }
    passage.lastSeconds = seconds;
    passage.seenSeconds = seconds;
    passage.box = read.box;
    if (passage.isReported) return;
    passage.reads.push({ read, seconds, note });
    if (passage.reads.length > MOST_READS) passage.reads.shift();
  }

  /**
   * The passages to report now, each once.
   * @param seconds the stream's time; Infinity when no more frames will come.
   */
  report(seconds: number): Passage<Note>[] {
    const passages: Passage<Note>[] = [];
    for (const open of this.#open) {
      if (open.isReported || !this.#isDue(open, seconds)) continue;
      const passage = this.#close(open);
      // What is read badly from afar may be read well when it has come nearer.
      if (passage.reading.confidence < this.#options.leastConfidence) continue;
      open.isReported = true;
      if (open.track === null) this.#noteStanding(open, passage.reading, seconds);
      if (open.track !== null || isPlateByItself(passage.reading)) passages.push(passage);
    }
    this.#open = this.#open.filter(({ seenSeconds }) => seconds - seenSeconds <= GONE_SECONDS);
    return passages;
  }

  /** Whether a read without a vehicle is of something that was read there before, and is there still. */
  #isStanding({ box, text }: PlateRead, seconds: number): boolean {
    this.#standing = this.#standing.filter((one) => seconds - one.seconds <= STANDING_SECONDS);
    const standing = this.#standing.find(
      (one) => sharedArea(one.box, box) > UNMOVED && isNearly(one.text, text),
    );
    if (standing) standing.seconds = seconds;
    return standing !== undefined;
  }

  #noteStanding({ reads, box }: OpenPassage<Note>, { text }: Reading, seconds: number): void {
    if (sharedArea(reads[0]!.read.box, box) <= UNMOVED) return;
    this.#standing.push({ box, text, seconds });
    if (this.#standing.length > MOST_STANDING) this.#standing.shift();
  }

  #isDue({ reads, lastSeconds }: OpenPassage<Note>, seconds: number): boolean {
    const isOver = seconds - lastSeconds > GONE_SECONDS;
    const isLate = seconds - reads[0]!.seconds > MOST_WAIT_SECONDS;
    return isOver || isLate || reads.length >= this.#options.votesEnough;
  }

  #close({ track, reads, lastSeconds }: OpenPassage<Note>): Passage<Note> {
    const reading = combineReads(
      reads.map(({ read }) => read),
      this.#options.patterns,
    );
    const agreeing = reads.filter(({ read }) => read.text === reading.text);
    const best = (agreeing.length > 0 ? agreeing : reads).reduce((a, b) =>
      b.read.confidence * b.read.found > a.read.confidence * a.read.found ? b : a,
    );
    return { track, reading, best, reads, firstSeconds: reads[0]!.seconds, lastSeconds };
  }
}

function isSame<Note>(
  open: OpenPassage<Note>,
  track: number | null,
  read: PlateRead,
  seconds: number,
): boolean {
  if (track !== null && open.track !== null) return open.track === track;
  if (seconds - open.seenSeconds > GONE_SECONDS) return false;
  if (isNearly(open.reads.at(-1)!.read.text, read.text)) return true;
  // Where a plate was read a while ago another one may be by now.
  return seconds - open.lastSeconds <= GONE_SECONDS && sharedArea(open.box, read.box) > SAME_PLACE;
}

/** Without a vehicle only what looks like a number is one: shop signs are words. */
function isPlateByItself({ text, format }: Reading): boolean {
  return format !== null || (/\d/.test(text) && /[A-Z]/.test(text));
}

/** Whether two texts differ in one place at most. */
function isNearly(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  return [...a].filter((character, index) => character !== b[index]).length <= 1;
}
