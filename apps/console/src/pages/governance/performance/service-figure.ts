import type { Figure } from '@amaan/contracts/monitoring';

/** A figure in seconds as one in milliseconds, which is what spans are written from. */
export function inMilliseconds(figure: Figure): Figure {
  if (figure.state !== 'known') return figure;
  const { value, low, high } = figure;
  return { ...figure, value: value * 1000, low: low * 1000, high: high * 1000 };
}
