import { once } from 'node:events';
import { ApiClient } from '../api-client.ts';
import { dataFolder } from '../project.ts';
import { prepareConsole } from '../setup/prepare-console.ts';
import { prepareModels } from '../setup/prepare-models.ts';
import { addDemo } from './add-demo.ts';
import { addMediaFolder } from './add-media-folder.ts';
import { Deployment } from './deployment.ts';

export interface UpOptions {
  /** Rendered scenes and a simulated district as well. */
  readonly demo?: boolean;
  /** Folder whose videos become cameras. */
  readonly media?: string;
  readonly port: number;
  readonly host: string;
  readonly data?: string;
}

/** Runs a deployment until SIGINT or SIGTERM, then stops it cleanly. */
export async function up(options: UpOptions): Promise<void> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort(signal));
  await prepareModels();
  await prepareConsole();
  if (stop.signal.aborted) return;
  await using deployment = await Deployment.start({
    dataFolder: dataFolder(options.data),
    host: options.host,
    port: options.port,
    databaseUrl: process.env.DATABASE_URL ?? null,
    demo: options.demo ?? false,
    log: say,
  });
  greet(deployment);
  const client = new ApiClient(deployment.url, deployment.localToken);
  if (options.media) await addMediaFolder(client, options.media, say);
  if (options.demo) await addDemo(deployment, client, dataFolder(options.data), say);
  say('running; Ctrl-C stops it');
  if (!stop.signal.aborted) await once(stop.signal, 'abort');
  say('stopping …');
}

function greet({ url, firstSignIn, demoAccounts }: Deployment): void {
  process.stdout.write(`\n  Amaan is at  ${url}\n`);
  process.stdout.write(demoTable(demoAccounts));
  if (firstSignIn) {
    process.stdout.write(
      `  first sign-in  ${firstSignIn.username}  ${firstSignIn.password}\n` +
        '  This password works once: the console asks for a new one.\n',
    );
  }
  process.stdout.write('\n');
}

/** Who can sign in to the demonstration: first the supervisor, who sees most of what happens in a shift. */
function demoTable(accounts: Deployment['demoAccounts']): string {
  if (accounts.length === 0) return '';
  const rank = ({ role }: { role: string }) => (role === 'supervisor' ? 0 : 1);
  const rows = [...accounts].sort((a, b) => rank(a) - rank(b));
  const wide = Math.max(...rows.map(({ username }) => username.length));
  const roleWide = Math.max(...rows.map(({ role }) => role.length));
  const lines = rows.map(
    ({ role, username, password }) => `    ${role.padEnd(roleWide)}  ${username.padEnd(wide)}  ${password}\n`,
  );
  const first = '\n  Sign in to look around, first as the supervisor (role, user name, password):\n';
  return `${first}${lines.join('')}  These are made-up people; their passwords change with every start.\n\n`;
}

function say(line: string): void {
  process.stderr.write(`amaan: ${line}\n`);
}
