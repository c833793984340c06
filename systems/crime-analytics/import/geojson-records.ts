import type { RecordParser, SourceRecord } from './source-record.ts';

/** No feature is longer, in characters. */
const LONGEST_FEATURE = 1024 * 1024;

/** The columns that stand for the point of a feature. */
export const LONGITUDE_COLUMN = '@longitude';
export const LATITUDE_COLUMN = '@latitude';

/**
 * Features of GeoJSON (RFC 7946), be they in a collection or one to a line (RFC 8142). The line of a record is the
 * number of the feature. Only points are places; of properties only the wanted ones are taken, and of those no objects.
 */
export class GeojsonRecords implements RecordParser {
  readonly #wanted: readonly string[];
  readonly #scanner = new FeatureScanner();
  #count = 0;

  /** @param wanted names of properties, `@longitude` and `@latitude` */
  constructor(wanted: readonly string[]) {
    this.#wanted = wanted;
  }

  push(text: string): SourceRecord[] {
    return this.#scanner.push(text).map((feature) => this.#recordOf(feature));
  }

  end(): SourceRecord[] {
    return this.#scanner.isWithinFeature ? [this.#recordOf(null)] : [];
  }

  #recordOf(text: string | null): SourceRecord {
    this.#count += 1;
    const feature = text === null ? null : featureOf(text);
    if (feature === null) return { line: this.#count, problem: 'not-an-object' };
    return { line: this.#count, cells: this.#wanted.map((name) => feature.get(name) ?? '') };
  }
}

/** A feature's properties as texts, with its point; null: it is no feature. */
export function featureOf(text: string): Map<string, string> | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(value) || value.type !== 'Feature') return null;
  const cells = new Map<string, string>();
  if (isObject(value.properties))
    for (const [name, cell] of Object.entries(value.properties))
      if (typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean')
        cells.set(name, String(cell).trim());
      else cells.set(name, '');
  const { geometry } = value;
  if (isObject(geometry) && geometry.type === 'Point' && Array.isArray(geometry.coordinates)) {
    cells.set(LONGITUDE_COLUMN, String(geometry.coordinates[0] ?? ''));
    cells.set(LATITUDE_COLUMN, String(geometry.coordinates[1] ?? ''));
  }
  return cells;
}

/** Cuts a text into the texts of its features. */
export class FeatureScanner {
  #depth = 0;
  #inText = false;
  #escaped = false;
  /** Where features lie: 0 one to a line, 2 within the collection's list; null: not known yet. */
  #featureDepth: number | null = null;
  /** The last text at depth 1, which may be the name of the list. */
  #name = '';
  #feature = '';
  #within = false;

  get isWithinFeature(): boolean {
    return this.#within;
  }

  push(text: string): string[] {
    const features: string[] = [];
    let start = this.#within ? 0 : -1;
    let nameStart = this.#inText && this.#depth === 1 ? 0 : -1;
    if (nameStart === 0 && this.#name.length > 100) this.#name = '';
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (this.#inText) {
        if (this.#escaped) this.#escaped = false;
        else if (code === 0x5c) this.#escaped = true;
        else if (code === 0x22) {
          this.#inText = false;
          if (nameStart >= 0) this.#name += text.slice(nameStart, Math.min(at, nameStart + 100));
          nameStart = -1;
        }
        continue;
      }
      if (code === 0x22) {
        this.#inText = true;
        if (this.#depth === 1) {
          nameStart = at + 1;
          this.#name = '';
        }
      } else if (code === 0x7b || code === 0x5b) {
        if (code === 0x5b && this.#depth === 1 && this.#name === 'features') this.#featureDepth = 2;
        if (code === 0x7b && this.#depth === (this.#featureDepth ?? 0) && !this.#within) {
          // Of the outermost object it is not known yet whether it is a collection; then what was kept is dropped.
          this.#within = true;
          this.#feature = '';
          start = at;
        }
        this.#depth += 1;
        if (this.#featureDepth === 2 && code === 0x5b && this.#depth === 2) {
          this.#within = false;
          start = -1;
        }
      } else if (code === 0x7d || code === 0x5d) {
        this.#depth = Math.max(0, this.#depth - 1);
        if (this.#within && this.#depth === (this.#featureDepth ?? 0)) {
          features.push(this.#feature + text.slice(start, at + 1));
          this.#feature = '';
          this.#within = false;
          start = -1;
        } else if (this.#featureDepth === 2 && this.#depth === 0) this.#featureDepth = null;
      }
    }
    if (nameStart >= 0) this.#name += text.slice(nameStart, nameStart + 100);
    if (this.#within) {
      this.#feature += text.slice(start);
      // What is too long is read on to its end, and cannot be parsed then.
      if (this.#feature.length > LONGEST_FEATURE) this.#feature = '!';
    }
    return features;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
