import type { ApproachLane, Junction, Movement } from '@amaan/contracts/traffic/junction';
import { JunctionTables } from '../junction-tables.ts';
import { ApproachModel, type ModelLane, type ModelMovement } from './approach-model.ts';
import type { Driver } from './driver.ts';

/** Metres a second at which a turn is taken that the junction says no speed of. */
const TURN_SPEEDS = { straight: 100, right: 7, left: 9, 'u-turn': 5 } as const;
/** Vehicles that find room inside to wait for a gap where the junction does not say how many. */
const PLACES = { straight: 0, right: 0, left: 1, 'u-turn': 1 } as const;

/** The movements of a junction by numbers, and models of its approaches. */
export class JunctionModel {
  /** Places of the movements of each lane. */
  readonly movementsOf: readonly (readonly number[])[];
  /** Signal group of each movement. */
  readonly groupOf: readonly number[];
  readonly #movements: readonly ModelMovement[];
  readonly #lanes: readonly ApproachLane[];
  readonly #driver: Driver;

  constructor(junction: Junction, driver: Driver) {
    const tables = new JunctionTables(junction);
    const flat = junction.lanes.flatMap(({ movements }, lane) =>
      movements.map((movement) => ({ lane, movement, group: tables.groupOf(movement.group) ?? -1 })),
    );
    this.#lanes = junction.lanes;
    this.#driver = driver;
    this.groupOf = flat.map(({ group }) => group);
    this.movementsOf = junction.lanes.map((_, lane) =>
      flat.flatMap((one, index) => (one.lane === lane ? [index] : [])),
    );
    const givesWay = new Set(junction.permissive.map(({ yields, to }) => `${yields} ${to}`));
    this.#movements = flat.map(({ lane, movement }) => ({
      lane,
      yieldsTo: flat.flatMap((other, index) =>
        other.lane !== lane && givesWay.has(`${movement.group} ${other.movement.group}`) ? [index] : [],
      ),
      places: movement.places ?? PLACES[movement.turn],
      speed: speedOf(movement),
      exit: junction.exits.findIndex(({ id }) => id === movement.to),
    }));
  }

  /** @param reach for each lane how many metres before the stop line its vehicles begin to be seen */
  approaches(reach: readonly number[]): ApproachModel {
    const lanes = this.#lanes.map(({ speedLimitKmh }, lane): ModelLane => {
      return { speed: speedLimitKmh / 3.6, reach: reach[lane]! };
    });
    return new ApproachModel(lanes, this.#movements, this.#driver);
  }
}

function speedOf({ speedKmh, turn }: Movement): number {
  return speedKmh === undefined ? TURN_SPEEDS[turn] : speedKmh / 3.6;
}
