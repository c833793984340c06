import type { MeasuredFigure, ValidationFigure } from '@amaan/contracts/governance/validation';

/**
 * Judges figures against their aims. An aim is met when even the lower end of the interval reaches it: what
 * may as well be worse has not been shown.
 *
 * @returns the figures, and whether all of those with an aim met it; false when none had one
 */
export function judgeFigures(measured: readonly MeasuredFigure[]): {
  figures: ValidationFigure[];
  passed: boolean;
} {
  const figures = measured.map((figure) => ({
    ...figure,
    met: figure.aim === null ? null : figure.low >= figure.aim.atLeast,
  }));
  const judged = figures.filter(({ met }) => met !== null);
  return { figures, passed: judged.length > 0 && judged.every(({ met }) => met) };
}
