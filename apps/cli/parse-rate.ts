import { InvalidArgumentError } from 'commander';

/** Frames per second, as an option's value. */
export function parseRate(text: string): number {
  const rate = Number(text);
  if (rate >= 0.1 && rate <= 60) return rate;
  throw new InvalidArgumentError('It must be a number of frames per second from 0.1 to 60.');
}
