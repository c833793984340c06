import { digestOfJson } from '@amaan/contracts/digest-of';
import type { ValidationInput } from '@amaan/contracts/governance/validation';
import { presentCombination } from '@amaan/governance/combination';
import { governanceMonitoring } from '@amaan/governance-monitoring/system';
import { monitoringFigures, simulatedData } from '@amaan/governance-monitoring/validation/validation-figures';
import { seededRandom } from '../random/seeded-random.ts';

/** Enough for the lower end of an interval to reach the aims where one window of a hundred fails. */
const COUNTS = { quiet: 2_000, drifted: 1_000 } as const;

/** Judges simulated windows with and without drift by the rules that a deployment begins with. Some minutes. */
export function measureGovernanceMonitoring(): ValidationInput {
  const data = simulatedData(COUNTS);
  const combination = presentCombination(governanceMonitoring, []);
  return {
    ...combination,
    models: [...combination.models],
    dataset: {
      name: `${COUNTS.quiet} quiet and ${COUNTS.drifted} drifted windows of each kind, simulated`,
      digest: digestOfJson(data),
      licence: 'Apache-2.0: generated from the parameters and the seed that the digest covers',
    },
    figures: monitoringFigures(COUNTS, seededRandom(data.city.seed)),
    command: 'amaan govern validate governance-monitoring',
    statement:
      'SIMULATED windows of one camera group, judged by the default rules. Levels and weather are assumptions; drift lasts for the whole window of its rule. It tells that the rules find what they are for, not how often real cameras drift; rules that were changed need measuring anew.',
  };
}
