import { setImmediate } from 'node:timers/promises';
import type { TemplateAnswer, TemplateSearch } from '@amaan/vision/templates/template-search';
import { SyntheticFaces } from './synthetic-faces.ts';

const LIST = 'bench';
/** One person in so many is remembered, to be searched for. */
const REMEMBERED = 2_000;
/** One entry in so many is a second picture of the person before. */
const SECOND_PICTURES = 10;

export interface Remembered {
  readonly entry: string;
  readonly template: Float32Array;
}

/** A list of made-up people, and some of them to search for. */
export class FaceList {
  readonly faces = new SyntheticFaces(11);
  readonly remembered: Remembered[] = [];
  readonly #search: TemplateSearch;
  #person = '';
  #face: Float32Array = new Float32Array();

  constructor(search: TemplateSearch) {
    this.#search = search;
    search.createList(LIST);
  }

  get size(): number {
    return this.#search.sizeOf(LIST);
  }

  async measureEnrolment(count: number): Promise<{ perSecond: number; perCpuSecond: number }> {
    const templates = Array.from({ length: count }, () => this.faces.face());
    const cpu = process.cpuUsage();
    const began = performance.now();
    for (const [index, template] of templates.entries()) {
      const entry = identifier(0xffff_0000 + index);
      this.#search.enrol(LIST, entry, entry, template);
    }
    const seconds = (performance.now() - began) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    return { perSecond: count / seconds, perCpuSecond: (count * 1e6) / (user + system) };
  }

  async growTo(size: number, progress: (enrolled: number) => void): Promise<void> {
    for (let number = this.size; number < size; number++) {
      const entry = identifier(number);
      const isSecond = number % SECOND_PICTURES === 0 && this.#person !== '';
      this.#face = isSecond ? this.faces.again(this.#face) : this.faces.face();
      if (!isSecond) this.#person = entry;
      this.#search.enrol(LIST, entry, this.#person, this.#face);
      if (number % REMEMBERED === 1) this.remembered.push({ entry, template: this.#face });
      if (number % 10_000 === 0) await setImmediate();
      if (number % 1_000_000 === 999_999) progress(number + 1);
    }
  }

  query(template: Float32Array, threshold: number, method: 'exact' | 'approximate'): Promise<TemplateAnswer> {
    return this.#search.search(LIST, template, { threshold, method, hits: 1_000, persons: 2 });
  }

  /** How often both methods say the same. */
  async compareMethods(
    searches: number,
    threshold: number,
  ): Promise<{ searches: number; sameBest: number; sameHits: number }> {
    let [sameBest, sameHits] = [0, 0];
    for (let number = 0; number < searches; number++) {
      const { template } = this.remembered[(number * 7) % this.remembered.length]!;
      const picture = this.faces.again(template);
      const exact = await this.query(picture, threshold, 'exact');
      const approximate = await this.query(picture, threshold, 'approximate');
      const hits = ({ hits }: TemplateAnswer) => hits.map(({ entry }) => entry).join();
      if (hits(exact) === hits(approximate)) sameHits += 1;
      if (exact.persons[0]?.person === approximate.persons[0]?.person) sameBest += 1;
    }
    return { searches, sameBest: sameBest / searches, sameHits: sameHits / searches };
  }
}

function identifier(number: number): string {
  return `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}
