/** One view of the detector into a scaled picture: its top left corner in pixels of that picture. */
export interface Tile {
  readonly x: number;
  readonly y: number;
}

/** The picture at one size, and where the detector looks in it. */
export interface Look {
  readonly width: number;
  readonly height: number;
  readonly tiles: readonly Tile[];
  /** Height in pixels, at this size, of the largest face that counts here: larger ones are for the next look. */
  readonly mostFace: number;
}

export interface LookOptions {
  /** Height in pixels of the smallest face that is to be found. */
  readonly leastFace: number;
  /** Height in pixels that this face has when the detector sees it: less finds less, more costs more tiles. */
  readonly seenAs: number;
  /** Pixels that neighbouring tiles share: a face up to this size is seen whole by one of them. */
  readonly overlap: number;
  /** Height in pixels up to which a face counts in a look that has a smaller one after it. */
  readonly seenUpTo: number;
}

/** The size of picture that the detector takes. */
export interface ViewSize {
  readonly width: number;
  readonly height: number;
}

/** A picture that fills less of the view than this needs no smaller look: a face in it cannot fill the view. */
const SMALL_ENOUGH = 0.6;

/**
 * How to look for faces of every size with a detector that takes one small size of picture: the picture is scaled so
 * that the smallest face becomes `seenAs` pixels high, then halved again and again until it lies well within one view.
 * Each size is covered with tiles. A large face has little around it in a tile, and what is no face often looks like a
 * large one: it counts only at a smaller size. The first look is never larger than the picture.
 */
export function planLooks(picture: ViewSize, view: ViewSize, options: LookOptions): Look[] {
  const looks: Look[] = [];
  let scale = Math.min(1, options.seenAs / options.leastFace);
  for (;;) {
    const width = Math.max(1, Math.round(picture.width * scale));
    const height = Math.max(1, Math.round(picture.height * scale));
    const columns = starts(width, view.width, options.overlap);
    const rows = starts(height, view.height, options.overlap);
    const isLast = width <= view.width * SMALL_ENOUGH && height <= view.height * SMALL_ENOUGH;
    looks.push({
      width,
      height,
      tiles: rows.flatMap((y) => columns.map((x) => ({ x, y }))),
      mostFace: isLast ? Number.POSITIVE_INFINITY : options.seenUpTo,
    });
    if (isLast) return looks;
    scale /= 2;
  }
}

/** Where tiles begin along one side: evenly spread, the last one ends with the picture. */
function starts(size: number, view: number, overlap: number): number[] {
  if (size <= view) return [0];
  const count = Math.ceil((size - overlap) / (view - overlap));
  return Array.from({ length: count }, (_, index) => Math.round((index * (size - view)) / (count - 1)));
}
