import type { Check } from './check.ts';
import { checkInference } from './check-inference.ts';
import {
  checkClock,
  checkDisk,
  checkMemory,
  checkPort,
  checkProcessors,
  checkWritable,
} from './check-machine.ts';
import { checkModels } from './check-models.ts';
import {
  checkChromium,
  checkFfmpeg,
  checkNode,
  checkNpm,
  checkPostgres,
  checkRtspServer,
  checkScipy,
  checkSumo,
} from './check-programs.ts';

/** Looks at everything that Amaan needs on this machine; changes nothing. */
export async function runDoctor(options: {
  readonly dataFolder: string;
  readonly port: number;
}): Promise<Check[]> {
  const checks: Check[] = [checkNode(), checkProcessors(), checkMemory()];
  const later = await Promise.all([
    checkNpm(),
    checkFfmpeg(),
    checkPostgres(),
    checkInference(),
    checkModels(),
    checkDisk(options.dataFolder),
    checkWritable(options.dataFolder),
    checkPort(options.port),
    checkClock(),
    checkChromium(),
    checkRtspServer(),
    checkSumo(),
    checkScipy(),
  ]);
  return checks.concat(later.flat());
}
