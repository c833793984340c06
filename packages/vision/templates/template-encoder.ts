import { DIMENSIONS, GROUP, GROUPS, PLACE_BYTES, QUERY, SIGN_BYTES } from './block-layout.ts';
import { type Cutoffs, cutoffsFor, LEVELS_PER_VALUE } from './cutoffs.ts';
import type { Rotation } from './rotation.ts';
import { TemplateError } from './template-error.ts';

/** What is kept of a template. The arrays belong to the encoder, and hold it until the next one. */
export interface EncodedTemplate {
  /** int8, the largest of them ±127. */
  readonly values: Int8Array;
  /** 1 / length of the values. */
  readonly scale: number;
  /** Bit i is set where value i is above 0. */
  readonly signs: Uint8Array;
  /** For each group of 16 the place of its largest value, two in a byte, the even group in the lower half. */
  readonly places: Uint8Array;
}

/** A template as the kernel searches with it. */
export interface EncodedQuery {
  /** As `QUERY` says; shared with the threads, and overwritten with zeros by `forgetQuery`. */
  readonly bytes: Uint8Array;
  readonly scale: number;
  readonly cutoffs: Cutoffs;
}

/**
 * Brings templates into the form in which they are searched: turned, so that every value weighs the same, then eight bits
 * a value, in steps of 1/127 of the largest value m. Each value is off by half a step at most, the whole template of length
 * 1 by √512 · m / 254, and so its angle by the arc sine of that: a similarity moves by no more than the sum of both angles.
 * In fact errors cancel out: about 0.0005.
 */
export class TemplateEncoder {
  readonly #rotation: Rotation;
  readonly #turned: Float32Array;
  readonly #values = new Int8Array(DIMENSIONS);
  readonly #signs = new Uint8Array(SIGN_BYTES);
  readonly #places = new Uint8Array(PLACE_BYTES);

  constructor(rotation: Rotation) {
    this.#rotation = rotation;
    this.#turned = rotation.values;
  }

  /**
   * @param template 512 finite values of any length but 0.
   * @throws TemplateError `TEMPLATE_DIMENSION_WRONG`, `TEMPLATE_NOT_FINITE` or `TEMPLATE_WITHOUT_DIRECTION`.
   */
  encode(template: Float32Array): EncodedTemplate {
    const scale = this.#turnAndRound(template);
    const turned = this.#turned;
    this.#signs.fill(0);
    for (let at = 0; at < DIMENSIONS; at++) this.#signs[at >> 3]! |= (turned[at]! > 0 ? 1 : 0) << (at & 7);
    for (let pair = 0; pair < PLACE_BYTES; pair++)
      this.#places[pair] = placeOfLargest(turned, 2 * pair) | (placeOfLargest(turned, 2 * pair + 1) << 4);
    return { values: this.#values, scale, signs: this.#signs, places: this.#places };
  }

  /**
   * @param least similarity that the first two looks must let through.
   * @throws TemplateError as `encode`.
   */
  encodeQuery(template: Float32Array, least: number): EncodedQuery {
    const scale = this.#turnAndRound(template);
    const turned = this.#turned;
    const bytes = new Uint8Array(new SharedArrayBuffer(QUERY.bytes));
    for (let group = 0; group < GROUPS; group++) {
      const values = turned.subarray(group * GROUP, (group + 1) * GROUP);
      const mean = values.reduce((sum, value) => sum + value, 0) / GROUP;
      for (let place = 0; place < GROUP; place++) {
        const level = Math.round((values[place]! - mean) * LEVELS_PER_VALUE);
        bytes[QUERY.tables + group * GROUP + place] = Math.max(-127, Math.min(127, level)) & 0xff;
      }
    }
    const step = largest(turned) / 7;
    let total = 0;
    for (let at = 0; at < DIMENSIONS; at++) {
      const value = Math.round(turned[at]! / step);
      total += value;
      for (let plane = 0; plane < 4; plane++)
        bytes[QUERY.planes + plane * SIGN_BYTES + (at >> 3)]! |= (((value + 8) >> plane) & 1) << (at & 7);
      bytes[QUERY.positive + at] = Math.max(0, this.#values[at]!);
      bytes[QUERY.negative + at] = Math.max(0, -this.#values[at]!);
    }
    return { bytes, scale, cutoffs: cutoffsFor(least, step, total) };
  }

  /** Overwrites what the encoder holds of the last template. */
  forget(): void {
    for (const held of [this.#turned, this.#values, this.#signs, this.#places]) held.fill(0);
  }

  /** @returns 1 / length of the int8 values. */
  #turnAndRound(template: Float32Array): number {
    const turned = this.#turned;
    // Before turning, so that neither very large nor very small values leave float32.
    const factor = 1 / lengthOf(template) / DIMENSIONS;
    for (let at = 0; at < DIMENSIONS; at++) turned[at] = template[at]! * factor;
    this.#rotation.turn();
    const perValue = 127 / largest(turned);
    let squares = 0;
    for (let at = 0; at < DIMENSIONS; at++) {
      const value = Math.round(turned[at]! * perValue);
      this.#values[at] = value;
      squares += value * value;
    }
    return Math.fround(1 / Math.sqrt(squares));
  }
}

/** Overwrites a query in the memory that the threads read it from. */
export function forgetQuery({ bytes }: EncodedQuery): void {
  bytes.fill(0);
}

/**
 * Cosine of two sets of int8 values, as the kernel computes it to the last bit.
 * @param scales 1 / length of each, as float32.
 */
export function similarityOfValues(
  row: Int8Array,
  rowScale: number,
  query: Pick<EncodedQuery, 'bytes' | 'scale'>,
): number {
  let dot = 0;
  for (let at = 0; at < DIMENSIONS; at++)
    dot += row[at]! * (query.bytes[QUERY.positive + at]! - query.bytes[QUERY.negative + at]!);
  return Math.fround(Math.fround(dot * rowScale) * query.scale);
}

/** @throws TemplateError */
function lengthOf(template: Float32Array): number {
  if (template.length !== DIMENSIONS)
    throw new TemplateError(
      'TEMPLATE_DIMENSION_WRONG',
      `A template has ${DIMENSIONS} values; this has ${template.length}.`,
    );
  let squares = 0;
  for (let at = 0; at < DIMENSIONS; at++) squares += template[at]! * template[at]!;
  if (!Number.isFinite(squares))
    throw new TemplateError('TEMPLATE_NOT_FINITE', 'The template holds a value that is not a finite number.');
  if (squares === 0)
    throw new TemplateError('TEMPLATE_WITHOUT_DIRECTION', 'All values of the template are 0.');
  return Math.sqrt(squares);
}

function largest(values: Float32Array): number {
  let most = 0;
  for (let at = 0; at < DIMENSIONS; at++) most = Math.max(most, Math.abs(values[at]!));
  return most;
}

function placeOfLargest(values: Float32Array, group: number): number {
  const begin = group * GROUP;
  let place = 0;
  for (let at = 1; at < GROUP; at++) if (values[begin + at]! > values[begin + place]!) place = at;
  return place;
}
