import type { Command } from 'commander';
import { registerControls } from '../govern/controls.ts';
import { registerPack } from '../govern/pack.ts';
import { registerStatus } from '../govern/status.ts';
import { registerValidate } from '../govern/validate.ts';
import { registerVerify } from '../govern/verify.ts';

/** `amaan govern …`: the management system of the deployment that runs here. */
export function registerGovern(program: Command): void {
  const govern = program
    .command('govern')
    .description('the AI management system of the deployment that runs here');
  for (const register of [registerStatus, registerValidate, registerControls, registerPack, registerVerify])
    register(govern);
}
