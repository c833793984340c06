import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { instantOf } from '@amaan/contracts/instant';
import type { EvaluationPermit } from '@amaan/governance/permits/evaluation-permit';
import { dataFolder } from '../project.ts';

/**
 * Writes down in `evaluation-permits.jsonl` of the data folder under what a command on files runs, before it looks at
 * the first one.
 *
 * @param command as in the command line: `detect`, `plates`.
 */
export async function logEvaluationPermit(
  permit: EvaluationPermit,
  command: string,
  files: number,
): Promise<void> {
  const folder = dataFolder();
  const { jti, sub, version, purposes, models, configurationDigest, iat, exp } = permit.claims;
  const line = {
    at: instantOf(Date.now()),
    command,
    files,
    permit: jti,
    system: sub,
    version,
    purposes,
    models,
    configurationDigest,
    issuedAt: instantOf(iat * 1000),
    expiresAt: instantOf(exp * 1000),
  };
  await mkdir(folder, { recursive: true });
  await appendFile(join(folder, 'evaluation-permits.jsonl'), `${JSON.stringify(line)}\n`);
}
