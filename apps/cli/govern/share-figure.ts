import type { MeasuredFigure } from '@amaan/contracts/governance/validation';
import { wilsonInterval } from '@amaan/governance-monitoring/wilson-interval';

/** Of so many trials so many went right. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

/**
 * A share as a figure of a validation, with Wilson's interval at 95 %.
 * @param group the part of the data that it is about; null: all of it
 * @param atLeast what the lower end has to reach; null: it is reported and not judged
 */
export function shareFigure(
  name: string,
  group: string | null,
  { right, of }: Share,
  atLeast: number | null,
): MeasuredFigure {
  const aim = atLeast === null ? null : { atLeast };
  return { name, group, value: right / of, ...wilsonInterval(right, of), n: of, aim };
}

/** How many of some items are right. */
export function shareOf<Item>(items: readonly Item[], isRight: (item: Item) => boolean): Share {
  return { right: items.filter(isRight).length, of: items.length };
}
