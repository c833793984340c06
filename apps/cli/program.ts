import { Command } from 'commander';
import { registerBench } from './commands/bench.ts';
import { registerCamera } from './commands/camera.ts';
import { registerCount } from './commands/count.ts';
import { registerCrime } from './commands/crime.ts';
import { registerDetect } from './commands/detect.ts';
import { registerDoctor } from './commands/doctor.ts';
import { registerFaces } from './commands/faces.ts';
import { registerGovern } from './commands/govern.ts';
import { registerLedger } from './commands/ledger.ts';
import { registerModels } from './commands/models.ts';
import { registerPlates } from './commands/plates.ts';
import { registerRedact } from './commands/redact.ts';
import { registerSignals } from './commands/signals.ts';
import { registerSimulate } from './commands/simulate.ts';
import { registerTest } from './commands/test.ts';
import { registerTraffic } from './commands/traffic.ts';
import { registerUp } from './commands/up.ts';

/** The whole command line. Wrong usage throws `CommanderError` instead of leaving the process. */
export function createProgram(): Command {
  const program = new Command('amaan')
    .description('Safe-city platform whose AI runs only under a recorded approval')
    .version('0.1.0')
    .showHelpAfterError('(amaan --help lists the commands)')
    .exitOverride();
  for (const register of [
    registerUp,
    registerTest,
    registerDoctor,
    registerCamera,
    registerDetect,
    registerCount,
    registerPlates,
    registerFaces,
    registerRedact,
    registerTraffic,
    registerModels,
    registerLedger,
    registerGovern,
    registerSignals,
    registerCrime,
    registerSimulate,
    registerBench,
  ]) {
    register(program);
  }
  return program;
}
