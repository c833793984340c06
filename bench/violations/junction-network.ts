import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { seededRandom } from '@amaan/contracts/seeded-random';

const run = promisify(execFile);

/** Metres from the end of a lane to the stop line that is drawn; who keeps to the law stops before it. */
export const STOP_OFFSET_M = 3;
/** Where the road before the junction is watched, and where vehicles park at its kerb: metres before the end of the lane. */
export const MIDWAY_M = 120;
export const PARKING = { from: 162, to: 136 } as const;
const PLACES = 4;
const PLACE_M = 7;

/** Kinds of drivers. Names tell nothing to whoever judges: the truth is found by what they do. */
const DRIVERS = {
  lawful: 'speedFactor="normc(0.95,0.06,0.7,1.06)"',
  late: 'speedFactor="normc(0.95,0.06,0.7,1.06)" jmDriveAfterRedTime="4" jmIgnoreFoeProb="1" jmIgnoreFoeSpeed="99" jmIgnoreJunctionFoeProb="1"',
  bold: 'speedFactor="normc(0.95,0.06,0.7,1.06)" jmDriveAfterRedTime="1000" jmIgnoreFoeProb="1" jmIgnoreFoeSpeed="99" jmIgnoreJunctionFoeProb="1"',
  fast: 'speedFactor="normc(1.45,0.15,1.15,1.9)" lcKeepRight="0"',
  // The class that the stop line's offset does not bind: it stops at the end of the lane, beyond the line.
  pushing: 'speedFactor="normc(0.95,0.06,0.7,1.06)" vClass="custom1"',
} as const;

const BODIES = {
  car: { length: 4.3, width: 1.8, height: 1.5, vClass: 'passenger' },
  motorcycle: { length: 2.1, width: 0.8, height: 1.5, vClass: 'motorcycle' },
  truck: { length: 8, width: 2.5, height: 3.4, vClass: 'truck' },
  bus: { length: 11, width: 2.5, height: 3.2, vClass: 'bus' },
} as const;

/** Shares of vehicles by body and by driver. */
const BODY_SHARES = [
  ['car', 0.6],
  ['motorcycle', 0.28],
  ['truck', 0.08],
  ['bus', 0.04],
] as const;
const DRIVER_SHARES = [
  ['lawful', 0.38],
  ['late', 0.1],
  ['bold', 0.26],
  ['fast', 0.13],
  ['pushing', 0.13],
] as const;

/** Edges of the junction: in from W, S, E, N and out again; `ctr` is the road that wrong-way drivers take over W's lanes. */
const NODES = `<nodes>
  <node id="C" x="0" y="0" type="traffic_light"/>
  <node id="W" x="-320" y="0"/><node id="E" x="260" y="0"/><node id="S" x="0" y="-320"/><node id="N" x="0" y="260"/>
  <node id="G1" x="-105" y="60"/><node id="G2" x="-240" y="60"/>
</nodes>`;

const stop = `<stopOffset value="${STOP_OFFSET_M}" exceptions="custom1"/>`;
const both = (id: string, node: string) =>
  `<edge id="${id}2C" from="${node}" to="C" numLanes="2" speed="13.89">${stop}</edge>
   <edge id="C2${id}" from="C" to="${node}" numLanes="2" speed="13.89"/>`;
const EDGES = `<edges>${['W', 'E', 'S', 'N'].map((node) => both(node, node)).join('')}
  <edge id="ctr" from="G1" to="G2" numLanes="1" speed="8.33" shape="-105,6.3 -240,6.3" spreadType="center"/>
</edges>`;

/**
 * Writes a junction of two roads with two lanes each way, where people drive on the left, and an hour of drivers of whom some
 * break the law. Nobody steers them but SUMO: each has a temper, and what it does with it depends on the others.
 * @returns the network's and the demand's file
 */
export async function writeJunction(
  folder: string,
  seed: number,
  seconds: number,
): Promise<{ readonly network: string; readonly routes: string }> {
  const [nodes, edges, network, routes] = [
    'nodes.nod.xml',
    'edges.edg.xml',
    'net.net.xml',
    'demand.rou.xml',
  ].map((name) => join(folder, name)) as [string, string, string, string];
  await writeFile(nodes, NODES);
  await writeFile(edges, EDGES);
  await run('netconvert', [
    ...['-n', nodes, '-e', edges, '-o', network, '--lefthand', 'true', '--no-turnarounds', 'true'],
    ...[
      '--tls.cycle.time',
      '60',
      '--tls.yellow.time',
      '3',
      '--tls.allred.time',
      '2',
      '--no-warnings',
      'true',
    ],
    ...['--xml-validation', 'never'],
  ]);
  await writeFile(routes, demand(seed, seconds));
  return { network, routes };
}

function demand(seed: number, seconds: number): string {
  const random = seededRandom(seed);
  const types = Object.entries(BODIES).flatMap(([body, { length, width, height, vClass }]) =>
    Object.entries(DRIVERS).map(([driver, temper]) => {
      const own = temper.includes('vClass') ? temper : `${temper} vClass="${vClass}"`;
      return `<vType id="${body}-${driver}" length="${length}" width="${width}" height="${height}" ${own}/>`;
    }),
  );
  const trips: { readonly depart: number; readonly text: string }[] = [];
  const add = (depart: number, id: string, type: string, edges: string, more = '') => {
    const lane = edges === 'ctr' ? '0' : 'random';
    trips.push({
      depart,
      text: `<vehicle id="${id}" type="${type}" depart="${depart.toFixed(1)}" departLane="${lane}" departSpeed="max"><route edges="${edges}"/>${more}</vehicle>`,
    });
  };
  const flow = (from: string, perHour: number, ways: readonly (readonly [string, number])[]) => {
    let at = 0;
    for (let index = 0; ; index++) {
      at += (-Math.log(1 - random()) * 3600) / perHour;
      if (at >= seconds) return;
      const body = pick(BODY_SHARES, random());
      add(
        at,
        `${from}${index}`,
        `${body}-${pick(DRIVER_SHARES, random())}`,
        `${from}2C C2${pick(ways, random())}`,
      );
    }
  };
  flow('W', 800, [
    ['E', 0.66],
    ['N', 0.16],
    ['S', 0.18],
  ]);
  flow('S', 700, [
    ['N', 0.7],
    ['W', 0.15],
    ['E', 0.15],
  ]);
  flow('E', 400, [
    ['W', 0.8],
    ['S', 0.1],
    ['N', 0.1],
  ]);
  flow('N', 400, [
    ['S', 0.8],
    ['E', 0.1],
    ['W', 0.1],
  ]);
  // Against the traffic along the kerb, which is free then; in other hours vehicles stand there.
  for (
    let at = 20 + 40 * random(), index = 0;
    at < seconds && seed % 2 === 0;
    at += 20 + 40 * random(), index++
  )
    add(
      at,
      `g${index}`,
      `${pick(
        [
          ['car', 0.3],
          ['motorcycle', 0.7],
        ] as const,
        random(),
      )}-lawful`,
      'ctr',
    );
  // Some stand at the kerb for longer than they may, some only let somebody out.
  for (
    let at = 30 + 40 * random(), index = 0;
    at < seconds && seed % 2 === 1;
    at += 25 + 40 * random(), index++
  ) {
    const stands = random() < 0.6 ? 40 + 50 * random() : 5 + 20 * random();
    // SUMO lets vehicles stand in one another at the kerb: each has a place of its own that is free by then.
    const end = -PARKING.to - PLACE_M * (index % PLACES);
    const halt = `<stop lane="W2C_0" startPos="${end - 1}" endPos="${end}" duration="${stands.toFixed(1)}" parking="true"/>`;
    add(
      at,
      `p${index}`,
      `${pick(
        [
          ['car', 0.8],
          ['motorcycle', 0.2],
        ] as const,
        random(),
      )}-lawful`,
      'W2C C2E',
      halt,
    );
  }
  trips.sort((a, b) => a.depart - b.depart);
  return `<routes>${types.join('\n')}\n${trips.map(({ text }) => text).join('\n')}</routes>`;
}

function pick<Name extends string>(shares: readonly (readonly [Name, number])[], at: number): Name {
  let left = at;
  for (const [name, share] of shares) {
    left -= share;
    if (left < 0) return name;
  }
  return shares.at(-1)![0];
}
