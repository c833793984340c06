import { spawnSync } from 'node:child_process';

const isMissing = spawnSync('sumo', ['--version'], { stdio: 'ignore' }).status !== 0;

/** SUMO, which tests of whole runs need; the note is added to their names. */
export const sumoNeeded = {
  missing: isMissing,
  note: isMissing ? ' (skipped, needs: apt-get install sumo)' : '',
};
