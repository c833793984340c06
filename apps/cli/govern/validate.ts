import type { Command } from 'commander';

interface ValidateOptions {
  readonly data?: string;
  readonly clips?: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** `amaan govern validate SYSTEM`. */
export function registerValidate(govern: Command): void {
  govern
    .command('validate')
    .description('measure an AI system on labelled data, and record the figures in the deployment')
    .argument('<system>', 'which system, for example smart-vision')
    .option('--clips <dir>', 'folder of the labelled clips; left out: ../shared/data/media')
    .option('--out <file>', 'write the result to a file instead of recording it')
    .option('--data <dir>', 'data folder of the running deployment')
    .option('--json', 'print JSON lines')
    .action(async (system: string, options: ValidateOptions) => {
      const { validateSystem } = await import('./validate-system.ts');
      await validateSystem(system, options);
    });
}
