import { type Command, InvalidArgumentError } from 'commander';
import { parseCount } from './incident-options.ts';

export interface ReplicaFlags {
  readonly replicas: number;
  readonly seed: number;
  readonly threads?: number;
}

/** Adds what says how replicas are drawn: the commands that test against chance share it. */
export function withReplicaOptions(command: Command): Command {
  return command
    .option('--replicas <number>', 'random replicas for the p-values, 19 at the least', parseReplicas, 999)
    .option('--seed <number>', 'of the replicas', parseCount, 1)
    .option(
      '--threads <number>',
      'that compute at a time; as many as this machine can run without it',
      parseOne,
    );
}

function parseReplicas(text: string): number {
  const count = parseCount(text);
  if (count >= 19 && count <= 99_999) return count;
  throw new InvalidArgumentError('It is a whole number from 19 to 99999.');
}

/** A whole number from 1 on. */
export function parseOne(text: string): number {
  const count = parseCount(text);
  if (count >= 1) return count;
  throw new InvalidArgumentError('It is a whole number from 1 on.');
}
