import { readXml } from '@amaan/signals/sumo/read-xml';

export type Place = readonly [x: number, y: number];

/** A lane as SUMO's network draws it. */
export interface LaneShape {
  readonly id: string;
  readonly edge: string;
  readonly shape: readonly Place[];
  readonly length: number;
  readonly width: number;
  /** m/s. */
  readonly speed: number;
}

/** A way over a signalled junction. */
export interface SignalWay {
  readonly from: string;
  readonly fromLane: string;
  readonly to: string;
  /** The first lane inside the junction. */
  readonly via: string;
  readonly direction: string;
  readonly link: number;
}

export interface RoadGeometry {
  readonly lanes: ReadonlyMap<string, LaneShape>;
  readonly ways: readonly SignalWay[];
}

/** Reads where the lanes of a network lie, and the ways that one signal lets go. */
export async function readGeometry(network: string, signal: string): Promise<RoadGeometry> {
  const lanes = new Map<string, LaneShape>();
  const ways: SignalWay[] = [];
  let edge = '';
  await readXml(network, {
    open(name, attributes) {
      if (name === 'edge') edge = attributes.id ?? '';
      if (name === 'lane') {
        const { id = '', shape = '', length, width = '3.2', speed } = attributes;
        const places = shape
          .split(' ')
          .map((pair): Place => pair.split(',').slice(0, 2).map(Number) as [number, number]);
        lanes.set(id, {
          id,
          edge,
          shape: places,
          length: Number(length),
          width: Number(width),
          speed: Number(speed),
        });
      }
      if (name === 'connection' && attributes.tl === signal)
        ways.push({
          ...{ from: attributes.from!, fromLane: `${attributes.from}_${attributes.fromLane}` },
          ...{ to: attributes.to!, via: attributes.via ?? '', direction: attributes.dir ?? '' },
          link: Number(attributes.linkIndex),
        });
    },
  });
  return { lanes, ways };
}

/** The place on a line so many metres from its end, and the direction there. */
export function fromEnd(
  shape: readonly Place[],
  metres: number,
): { readonly at: Place; readonly heading: Place } {
  let left = metres;
  for (let index = shape.length - 1; index > 0; index--) {
    const [to, from] = [shape[index]!, shape[index - 1]!];
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const length = Math.hypot(dx, dy);
    if (length === 0) continue;
    if (left <= length || index === 1)
      return {
        at: [to[0] - (left * dx) / length, to[1] - (left * dy) / length],
        heading: [dx / length, dy / length],
      };
    left -= length;
  }
  throw new Error('A lane without a length.');
}

/** A line across a direction. */
export function across(at: Place, [hx, hy]: Place, left: number, right: number): [Place, Place] {
  return [
    [at[0] - hy * left, at[1] + hx * left],
    [at[0] + hy * right, at[1] - hx * right],
  ];
}
