import type { Identifier } from '@amaan/contracts/identifier';
import type { PixelPoint, Quad } from '@amaan/vision/image/homography';
import type { Picture } from '@amaan/vision/image/picture';
import type { InferenceSession } from '@amaan/vision/sessions/open-session';
import { findRows } from './finding/find-rows.ts';
import { findPlates, type PlateFinderOptions } from './finding/plate-finder.ts';
import {
  boxAround,
  boxOf,
  type FoundQuad,
  grown,
  middleOf,
  type PixelBox,
  sharedArea,
  sizeOf,
} from './finding/plate-quad.ts';
import type { CompiledPattern } from './formats/plate-format.ts';
import { chooseReading } from './reading/choose-reading.ts';
import { joinRows } from './reading/join-rows.ts';
import type { PlateRead } from './reading/plate-read.ts';
import { mostTrusted, onePerPlate } from './reading/rank-reads.ts';
import type { ReadCharacter } from './reading/read-characters.ts';
import { readLine } from './reading/read-line.ts';

/** The three models of the reader, each behind the permit of number-plates. */
export interface PlateModels {
  /** Where plates are: trained in this project. */
  readonly finder: InferenceSession;
  /** Where lines of text are. */
  readonly lines: InferenceSession;
  /** What a line says. */
  readonly recogniser: InferenceSession;
}

export interface PlateReaderOptions {
  readonly patterns: readonly CompiledPattern[];
  readonly finder: PlateFinderOptions;
  /** At most so many plates of a picture are read. */
  readonly mostPlates: number;
  /** Two looks that agree settle it when they are this sure and have a format, 0–1. */
  readonly sureConfidence: number;
}

/** What is known of a picture beforehand; boxes and points in its pixels. */
export interface PlateHints {
  /** Detected vehicles, which are looked at more closely. */
  readonly vehicles?: readonly PixelBox[];
  /** Whether a plate with this middle need not be read. */
  readonly isSkipped?: (middle: PixelPoint) => boolean;
}

/** Milliseconds of one reader's work so far, by stage. */
export interface ReadTimes {
  finding: number;
  lines: number;
  recognising: number;
}

/**
 * Widths of the straightened plate in which lines are looked for. Large letters are found in the small picture, faint
 * ones in the large; the small one costs a tenth of the large.
 */
const LOOKS = [160, 320, 512] as const;
/** Where the finder is less sure the first look must show text, and there is no closest look. */
const SURELY_A_PLATE = 0.8;
/** Two looks that agree settle a reading without a format when they are this sure. */
const SURE_WITHOUT_FORMAT = 0.9;
/** What is shorter or longer is no plate. */
const LENGTH = { least: 3, most: 10 };
/** What is so many times as large as a plate inside it is no plate of two rows. */
const LEAST_AROUND = 4;
/** A plate of one row is this many times as wide as high at least. */
const ONE_ROW = 2.6;

/** Reads the plates of pictures: finds them, straightens them, finds their rows, reads these and chooses. */
export class PlateReader {
  readonly #models: PlateModels;
  readonly #options: PlateReaderOptions;
  readonly times: ReadTimes = { finding: 0, lines: 0, recognising: 0 };

  constructor(models: PlateModels, options: PlateReaderOptions) {
    this.#models = models;
    this.#options = options;
  }

  /**
   * @param cameraId the camera that the picture is from; null for a file under an evaluation permit.
   * @param hints vehicles in the picture, and what need not be read.
   * @returns the plates, surest first.
   * @throws PermitDenied when the permit does not cover this, now.
   */
  async read(
    picture: Picture,
    cameraId: Identifier | null,
    { vehicles, isSkipped }: PlateHints = {},
  ): Promise<PlateRead[]> {
    const found = await this.find(picture, cameraId, vehicles);
    const plates = isSkipped ? found.filter(({ quad }) => !isSkipped(middleOf(quad))) : found;
    const reads: PlateRead[] = [];
    for (const plate of innermostFirst(plates.slice(0, this.#options.mostPlates))) {
      if (reads.some((read) => this.#isSure(read) && isSamePlate(plate, read))) continue;
      const read = await this.readPlate(picture, plate, cameraId);
      if (read) reads.push(read);
    }
    return joinRows(onePerPlate(reads), this.#options.patterns);
  }

  /** Where plates are, surest first. */
  find(
    picture: Picture,
    cameraId: Identifier | null,
    vehicles: readonly PixelBox[] = [],
  ): Promise<FoundQuad[]> {
    return this.#timed('finding', () =>
      findPlates(picture, this.#models.finder, this.#options.finder, cameraId, vehicles),
    );
  }

  /**
   * Reads what a plate says; null when that is nothing like a number. It looks at least twice, each time at another cut
   * of the same plate, until two looks agree; where none do, the reading that is worth most counts. (To trust one sure
   * look, or two that see the lines in the same places, saves a tenth of the time and costs one plate in a hundred.)
   */
  async readPlate(
    picture: Picture,
    plate: FoundQuad,
    cameraId: Identifier | null,
  ): Promise<PlateRead | null> {
    const looks: PlateRead[] = [];
    for await (const rows of this.#waysToRead(picture, plate, cameraId)) {
      const read = await this.#readRows(picture, plate, rows, cameraId);
      if (!read) continue;
      if (this.#isSure(read) && looks.some(({ text }) => text === read.text)) return read;
      looks.push(read);
    }
    return mostTrusted(looks);
  }

  /** Rows to try, the likeliest first. */
  async *#waysToRead(
    picture: Picture,
    plate: FoundQuad,
    cameraId: Identifier | null,
  ): AsyncGenerator<readonly (readonly FoundQuad[])[]> {
    const isSure = plate.confidence >= SURELY_A_PLATE;
    const looks: (readonly (readonly FoundQuad[])[])[] = [];
    for (const width of isSure ? LOOKS : LOOKS.slice(0, -1)) {
      const rows = await this.#timed('lines', () =>
        findRows(picture, plate.quad, this.#models.lines, width, cameraId),
      );
      if (rows.length > 0) yield rows;
      else if (!isSure && looks.length === 0) return;
      looks.push(rows);
      if (looks.length < 2) continue;
      // Looks that do not agree: the ends of their lines may have been cut off.
      for (const of of looks.length === 2 ? looks : looks.slice(2)) {
        if (of.length > 0) yield of.map((row) => [withRoom(row)]);
      }
    }
    if (!isSure) return;
    const { width, height } = sizeOf(plate.quad);
    if (width >= ONE_ROW * height) yield [[{ quad: grown(plate.quad, 0.02, -0.04), confidence: 0 }]];
  }

  async #readRows(
    picture: Picture,
    plate: FoundQuad,
    rows: readonly (readonly FoundQuad[])[],
    cameraId: Identifier | null,
  ): Promise<PlateRead | null> {
    const characters: ReadCharacter[] = [];
    for (const { quad } of rows.flat()) {
      const read = () => readLine(picture, quad, this.#models.recogniser, cameraId);
      characters.push(...(await this.#timed('recognising', read)));
    }
    const reading = chooseReading(characters, this.#options.patterns);
    if (reading.text.length < LENGTH.least || reading.text.length > LENGTH.most) return null;
    return {
      ...reading,
      box: boxAround(rows.flat().map(({ quad }) => boxOf(quad))),
      quad: plate.quad,
      rows: rows.length > 1 ? 2 : 1,
      found: plate.confidence,
    };
  }

  #isSure({ format, confidence }: PlateRead): boolean {
    return confidence >= (format === null ? SURE_WITHOUT_FORMAT : this.#options.sureConfidence);
  }

  async #timed<Result>(stage: keyof ReadTimes, work: () => Promise<Result>): Promise<Result> {
    const began = performance.now();
    const result = await work();
    this.times[stage] += performance.now() - began;
    return result;
  }
}

/** Surest first, but what lies around another place after that: a bonnet with its plate is found as if it were one. */
function innermostFirst(plates: readonly FoundQuad[]): FoundQuad[] {
  const areaOf = ({ quad }: FoundQuad) => boxOf(quad).width * boxOf(quad).height;
  const isAround = (plate: FoundQuad) =>
    plates.some(
      (inner) =>
        areaOf(inner) * LEAST_AROUND < areaOf(plate) &&
        sharedArea(boxOf(inner.quad), boxOf(plate.quad)) > 0.8,
    );
  return [...plates.filter((plate) => !isAround(plate)), ...plates.filter(isAround)];
}

/** Whether a place is a part of a plate that has been read, that plate once more, or far more than it around it. */
function isSamePlate({ quad }: FoundQuad, { box }: PlateRead): boolean {
  const found = boxOf(quad);
  if (sharedArea(found, box) <= 0.6) return false;
  const times = (found.width * found.height) / (box.width * box.height);
  // In between it may be the plate of two rows of which one was read.
  return times < 2.2 || times > LEAST_AROUND * 1.5;
}

/** A row as one line, with room at its ends for a character that the text detector cut off. */
function withRoom(row: readonly FoundQuad[]): FoundQuad {
  const [first, last] = [row[0]!.quad, row.at(-1)!.quad];
  const joined: Quad = [first[0], last[1], last[2], first[3]];
  const { width, height } = sizeOf(joined);
  return { quad: grown(joined, (0.45 * height) / Math.max(1, width), 0.03), confidence: row[0]!.confidence };
}
