import type { RoadMap } from '@amaan/contracts/api/road-map';
import type { Position } from '@amaan/contracts/geometry';
import { greatCircleMetres } from './great-circle.ts';

/** Km/h that a hurried driver reaches on a road, by its kind. */
const SPEEDS = { main: 90, side: 60 } as const;
/** Ends of roads within this many degrees (about a metre) are the same junction. */
const ROUNDING = 1e5;
/** A camera further from every road than this stands on none. */
const LARGEST_SNAP_METRES = 300;

interface Edge {
  readonly to: number;
  readonly metres: number;
  readonly seconds: number;
}

export interface RoadRoute {
  readonly metres: number;
  readonly seconds: number;
  readonly line: Position[];
}

/** Roads as a graph of their points. Every road leads both ways: what is asked is the least, never the likely time. */
export class RoadGraph {
  readonly #points: Position[] = [];
  readonly #edges: Edge[][] = [];

  constructor(map: RoadMap) {
    const known = new Map<string, number>();
    const pointOf = (position: Position) => {
      const key = position.map((degrees) => Math.round(degrees * ROUNDING)).join(' ');
      const found = known.get(key);
      if (found !== undefined) return found;
      known.set(key, this.#points.length);
      this.#edges.push([]);
      return this.#points.push(position) - 1;
    };
    for (const { properties, geometry } of map.features) {
      if (properties.kind === 'canal') continue;
      const speed = SPEEDS[properties.kind];
      const line = geometry.coordinates.map(pointOf);
      for (let n = 1; n < line.length; n++) {
        const [a, b] = [line[n - 1]!, line[n]!];
        const metres = greatCircleMetres(this.#points[a]!, this.#points[b]!);
        const seconds = metres / (speed / 3.6);
        this.#edges[a]!.push({ to: b, metres, seconds });
        this.#edges[b]!.push({ to: a, metres, seconds });
      }
    }
  }

  /** The quickest way between two places (Dijkstra 1959), or null where no roads join them. */
  route(from: Position, to: Position): RoadRoute | null {
    return this.routes(from, [to])[0]!;
  }

  /** The quickest way from one place to each of others, in their order; null where no roads lead there. */
  routes(from: Position, to: readonly Position[]): (RoadRoute | null)[] {
    const start = this.#nearest(from);
    const ends = to.map((place) => this.#nearest(place));
    if (start === null) return ends.map(() => null);
    const wanted = new Set(ends.filter((end) => end !== null).map(({ point }) => point));
    const reached = this.#quickest(start.point, wanted);
    return ends.map((end, n) => {
      const seconds = end === null ? undefined : reached.seconds.get(end.point);
      if (end === null || seconds === undefined) return null;
      const points = [end.point];
      for (let at = reached.before.get(end.point); at !== undefined; at = reached.before.get(at))
        points.unshift(at);
      const line = points.map((point) => this.#points[point]!);
      const onRoads = line.slice(1).reduce((sum, place, k) => sum + greatCircleMetres(line[k]!, place), 0);
      const beside = start.metres + end.metres;
      return {
        metres: onRoads + beside,
        seconds: seconds + beside / (SPEEDS.side / 3.6),
        line: [from, ...line, to[n]!],
      };
    });
  }

  #nearest(place: Position): { readonly point: number; readonly metres: number } | null {
    let best: { point: number; metres: number } | null = null;
    for (const [point, position] of this.#points.entries()) {
      const metres = greatCircleMetres(place, position);
      if (metres <= (best?.metres ?? LARGEST_SNAP_METRES)) best = { point, metres };
    }
    return best;
  }

  #quickest(start: number, wanted: Set<number>) {
    const seconds = new Map([[start, 0]]);
    const before = new Map<number, number>();
    const done = new Set<number>();
    const heap = new LeastFirst();
    heap.push(start, 0);
    for (let next = heap.pop(); next !== null && wanted.size > 0; next = heap.pop()) {
      if (done.has(next)) continue;
      done.add(next);
      wanted.delete(next);
      for (const edge of this.#edges[next]!) {
        const later = seconds.get(next)! + edge.seconds;
        if (later >= (seconds.get(edge.to) ?? Number.POSITIVE_INFINITY)) continue;
        seconds.set(edge.to, later);
        before.set(edge.to, next);
        heap.push(edge.to, later);
      }
    }
    return { seconds, before };
  }
}

/** A binary heap of points by their seconds. */
class LeastFirst {
  readonly #items: { point: number; seconds: number }[] = [];

  push(point: number, seconds: number): void {
    const items = this.#items;
    let at = items.push({ point, seconds }) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (items[parent]!.seconds <= items[at]!.seconds) break;
      [items[parent], items[at]] = [items[at]!, items[parent]!];
      at = parent;
    }
  }

  pop(): number | null {
    const items = this.#items;
    const [first] = items;
    const last = items.pop();
    if (first === undefined || last === undefined) return null;
    if (items.length === 0) return first.point;
    items[0] = last;
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let least = at;
      if (left < items.length && items[left]!.seconds < items[least]!.seconds) least = left;
      if (right < items.length && items[right]!.seconds < items[least]!.seconds) least = right;
      if (least === at) return first.point;
      [items[least], items[at]] = [items[at]!, items[least]!];
      at = least;
    }
  }
}
