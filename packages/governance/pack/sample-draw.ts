import { Digest } from '@amaan/contracts/digest';
import { Identifier } from '@amaan/contracts/identifier';
import { z } from 'zod';
import { drawSample } from '../assurance/draw-sample.ts';
import { PackError } from './pack-manifest.ts';

/** Which alerts of the period were drawn, and from what. */
export const SampleDraw = z.object({
  /** Root of the signed checkpoint over the period. */
  seed: Digest,
  /** How many were asked for. */
  size: z.int().nonnegative(),
  /** How many alerts were raised in the period: the lines of the population file. */
  population: z.int().nonnegative(),
  drawn: z.array(Identifier),
  /** How to draw again, for people. */
  method: z.string(),
});
export type SampleDraw = z.infer<typeof SampleDraw>;

export const DRAW_METHOD =
  'Of the alerts listed in population.txt, those with the smallest sha256(seed bytes ‖ alert id in UTF-8), in that order.';

/** One alert of the period: where the ledger says that it was raised. */
export interface PopulationMember {
  readonly index: number;
  readonly id: Identifier;
}

/** A line of the population file. */
export function populationLine({ index, id }: PopulationMember): string {
  return `${index} ${id}\n`;
}

/** Draws from the alerts of the period. */
export async function drawAlerts(
  seed: Digest,
  members: AsyncIterable<PopulationMember>,
  size: number,
): Promise<SampleDraw> {
  const { drawn, population } = await drawSample(seed, idsOf(members), size);
  return { seed, size, population, drawn, method: DRAW_METHOD };
}

/**
 * Repeats a draw from the population file and compares.
 * @param lines the file's lines, without their ends
 * @returns where the ledger says that each drawn alert was raised
 * @throws PackError `PACK_SAMPLE_INVALID`
 */
export async function verifyDraw(
  draw: SampleDraw,
  lines: AsyncIterable<string>,
  range: { readonly start: number; readonly end: number },
): Promise<Map<Identifier, number>> {
  const wanted = new Set(draw.drawn);
  const places = new Map<Identifier, number>();
  const members = async function* () {
    for await (const member of readPopulation(lines, range)) {
      if (wanted.has(member.id)) places.set(member.id, member.index);
      yield member;
    }
  };
  const again = await drawAlerts(draw.seed, members(), draw.size);
  if (again.population !== draw.population) {
    throw invalid(`it says that ${draw.population} alerts were raised, but lists ${again.population}`);
  }
  if (again.drawn.join() !== draw.drawn.join()) {
    throw invalid('drawing again from the same seed and population gives other alerts');
  }
  return places;
}

async function* readPopulation(
  lines: AsyncIterable<string>,
  { start, end }: { readonly start: number; readonly end: number },
): AsyncGenerator<PopulationMember> {
  let before = start - 1;
  for await (const line of lines) {
    const [, decimal = '', id = ''] = /^(0|[1-9]\d{0,15}) ([0-9a-f-]{36})$/.exec(line) ?? [];
    const index = Number(decimal);
    if (id === '' || index <= before || index >= end) {
      throw invalid(`the line "${line.slice(0, 60)}" of its population is out of place`);
    }
    before = index;
    yield { index, id };
  }
}

async function* idsOf(members: AsyncIterable<PopulationMember>): AsyncGenerator<string> {
  for await (const { id } of members) yield id;
}

function invalid(why: string): PackError {
  return new PackError('PACK_SAMPLE_INVALID', `The sample does not hold: ${why}.`);
}
