import { AmaanError } from '@amaan/contracts/problem';
import type { Command } from 'commander';
import { printJson, printRows } from '../print-rows.ts';

/** `amaan models list|pull|verify`. */
export function registerModels(program: Command): void {
  const models = program.command('models').description('the models that this project knows');
  models
    .command('list')
    .description('every model: what it is, where it comes from, whether it is installed')
    .option('--json', 'print JSON lines')
    .action((options: { json?: boolean }) => list(options.json === true));
  models
    .command('pull')
    .description('download models, check them and put them into the model cache')
    .argument('<id...>', 'which models, as `amaan models list` names them')
    .option('--pin', 'accept and remember the digest of a model whose digest nobody has published')
    .option('--json', 'print JSON lines')
    .action(pull);
  models
    .command('verify')
    .description('hash every installed model again; exit code 1 when one is not what it must be')
    .option('--json', 'print JSON lines')
    .action((options: { json?: boolean }) => verify(options.json === true));
}

async function list(json: boolean): Promise<void> {
  printRows(await describeModels(), json);
}

async function verify(json: boolean): Promise<void> {
  const installed = (await describeModels()).filter((model) => model.state !== 'missing');
  printRows(installed, json);
  const wrong = installed.filter((model) => model.state === 'wrong-digest');
  if (wrong.length > 0) {
    const names = wrong.map((model) => model.id).join(', ');
    throw new AmaanError(
      'MODEL_DIGEST_MISMATCH',
      `Not what was approved, and refused by every worker: ${names}. Run: amaan models pull ${names}`,
    );
  }
}

async function pull(ids: string[], options: { pin?: boolean; json?: boolean }): Promise<void> {
  const { manifestOf } = await import('@amaan/vision/models/manifest');
  const { ModelStore } = await import('@amaan/vision/models/model-store');
  const { showProgress } = await import('../setup/show-progress.ts');
  const { reportFailure } = await import('../report-failure.ts');
  const store = new ModelStore();
  for (const id of ids) {
    try {
      const manifest = await manifestOf(id);
      using progress = showProgress(`pulling ${manifest.title}`);
      const installed = await store.install(manifest, {
        onProgress: progress.update,
        pinUnpublished: options.pin === true,
      });
      if (options.json) printJson({ id, path: installed.path, digest: installed.digest });
    } catch (error) {
      process.exitCode = reportFailure(error);
    }
  }
}

async function describeModels() {
  const { readManifests } = await import('@amaan/vision/models/manifest');
  const { ModelStore } = await import('@amaan/vision/models/model-store');
  const checks = await new ModelStore().verify(await readManifests());
  return checks.map(({ manifest, state, digest, pinnedAt }) => ({
    id: manifest.id,
    task: manifest.task,
    state,
    install: manifest.install,
    downloadMB: Number((manifest.downloadBytes / 1e6).toFixed(1)),
    licence: manifest.licence,
    source: manifest.source,
    digest,
    pinnedAt,
  }));
}
