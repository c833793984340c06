import { AmaanError } from '@amaan/contracts/problem';
import { runStep } from '../setup/run-step.ts';
import { aptLine, requiredDebianPackages } from './debian-packages.ts';
import { runQuietly } from './run-quietly.ts';

/**
 * Installs Debian's packages that are not there yet, showing each command before it runs.
 * @throws AmaanError `APT_MISSING` or `ROOT_NEEDED` with what to type instead, `STEP_FAILED` when apt fails.
 */
export async function installPackages(): Promise<void> {
  const names = await absentPackages();
  if (names === null) {
    throw new AmaanError(
      'APT_MISSING',
      `This system has no apt: install ${requiredDebianPackages.map(({ name }) => name).join(', ')}, as your system names them.`,
    );
  }
  if (names.length === 0) {
    process.stderr.write('amaan: all of the Debian packages are there.\n');
    return;
  }
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (prefix.length > 0 && !(await runQuietly('sudo', ['-n', 'true'])).ok) {
    throw new AmaanError('ROOT_NEEDED', `Installing needs root. Run: ${aptLine(names)}`);
  }
  // No question may be asked: nobody may be there to answer.
  const apt = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q'];
  for (const command of [
    [...apt, 'update'],
    [...apt, 'install', '-y', '--no-install-recommends', ...names],
  ]) {
    await runStep(command.join(' '), command[0]!, command.slice(1));
  }
}

/** Names of the packages that dpkg does not know as installed; null where there is no dpkg or no apt. */
async function absentPackages(): Promise<string[] | null> {
  if (!(await runQuietly('apt-get', ['--version'])).ok) return null;
  const names: string[] = [];
  for (const { name } of requiredDebianPackages) {
    const asked = await runQuietly('dpkg-query', ['--status', name]);
    if (!asked.stdout.includes('Status: install ok installed')) names.push(name);
  }
  return names;
}
