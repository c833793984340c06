import { writeFile } from 'node:fs/promises';
import { type ValidationInput, ValidationView } from '@amaan/contracts/governance/validation';
import { AmaanError } from '@amaan/contracts/problem';
import { ApiClient } from '../api-client.ts';
import { printRows } from '../print-rows.ts';
import { dataFolder } from '../project.ts';
import { measureCrimeAnalytics } from './measure-crime-analytics.ts';
import { measureFaceRecognition } from './measure-face-recognition.ts';
import { measureGovernanceMonitoring } from './measure-governance-monitoring.ts';
import { measureNumberPlates } from './measure-number-plates.ts';
import { measureRedaction } from './measure-redaction.ts';
import { measureSmartVision } from './measure-smart-vision.ts';
import { measureTrafficManagement } from './measure-traffic-management.ts';
import { measureTrafficViolations } from './measure-traffic-violations.ts';

/** What there is labelled or simulated data for. */
const MEASURES: Readonly<Record<string, (clips?: string) => ValidationInput | Promise<ValidationInput>>> = {
  'smart-vision': measureSmartVision,
  'number-plates': measureNumberPlates,
  'face-recognition': measureFaceRecognition,
  redaction: measureRedaction,
  'traffic-management': measureTrafficManagement,
  'traffic-violations': measureTrafficViolations,
  'crime-analytics': measureCrimeAnalytics,
  'governance-monitoring': measureGovernanceMonitoring,
};

/**
 * Measures a system and records what was measured, or writes it to a file.
 * @throws AmaanError `NOTHING_TO_VALIDATE_ON`, `NOT_RUNNING`, and what the server answers
 */
export async function validateSystem(
  system: string,
  options: {
    readonly clips?: string;
    readonly out?: string;
    readonly data?: string;
    readonly json?: boolean;
  },
): Promise<void> {
  const measure = MEASURES[system];
  if (measure === undefined)
    throw new AmaanError(
      'NOTHING_TO_VALIDATE_ON',
      `There is nothing to validate ${system} on; there is for: ${Object.keys(MEASURES).join(', ')}.`,
    );
  // Before minutes of work, not after them.
  const client = options.out === undefined ? await ApiClient.ofDataFolder(dataFolder(options.data)) : null;
  const result = await measure(options.clips);
  printRows(
    result.figures.map(({ name, group, value, low, high, n, aim }) => ({
      figure: name,
      group: group ?? 'all',
      value: round(value),
      low: round(low),
      high: round(high),
      n,
      aim: aim?.atLeast ?? null,
    })),
    options.json === true,
  );
  if (options.out !== undefined) {
    await writeFile(options.out, `${JSON.stringify(result, null, 2)}\n`);
    process.stderr.write(`amaan: written to ${options.out}\n`);
  }
  if (client !== null) {
    const { passed, id } = ValidationView.parse(
      await client.post(`/api/systems/${system}/validations`, result),
    );
    process.stderr.write(`amaan: recorded as ${passed ? 'passed' : 'failed'} (${id})\n`);
  }
}

function round(value: number): number {
  return Number(value.toFixed(3));
}
