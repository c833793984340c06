import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { PostgresError } from './postgres-error.ts';

const run = promisify(execFile);

/** Runs PostgreSQL's programs as an account that is not root, which they refuse. */
export interface ServerAccount {
  /** Null when it is the account of this process. */
  readonly ids: { readonly uid: number; readonly gid: number } | null;
  /** Runs a program to its end. Rejects with what it wrote in the error's `stderr` and `stdout`. */
  run(program: string, args: readonly string[]): Promise<{ stdout: string; stderr: string }>;
}

/** Nothing of this process's environment: `PGPORT`, `LC_ALL` and the like would change what happens. */
const ENVIRONMENT = { PATH: process.env.PATH, LC_ALL: 'C' };

/**
 * The account for PostgreSQL: this process's own, or, for root, `postgres`, which is made when missing.
 * @param mustReach a program that the account must be able to run, and folders it must be able to enter
 * @throws PostgresError `DATABASE_NO_ACCOUNT`, `DATABASE_NO_PERMISSION`
 */
export async function serverAccount(mustReach: readonly string[]): Promise<ServerAccount> {
  const options = { cwd: '/', env: ENVIRONMENT };
  if (process.getuid?.() !== 0) {
    return { ids: null, run: (program, args) => run(program, args, { env: ENVIRONMENT }) };
  }
  const ids = (await findAccount()) ?? (await makeAccount());
  const plain: ServerAccount = { ids, run: (program, args) => run(program, args, { ...options, ...ids }) };
  if (await canReach(plain, mustReach)) return plain;

  // Under a folder that only root may enter, for example a clone in /root. The server keeps the one
  // capability of passing that folder; it is still not root and owns nothing but its data.
  const prefix = [
    `--reuid=${ids.uid}`,
    `--regid=${ids.gid}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
  ];
  const capable: ServerAccount = {
    ids,
    run: (program, args) => run('setpriv', [...prefix, program, ...args], options),
  };
  if (await canReach(capable, mustReach)) return capable;
  throw new PostgresError(
    'DATABASE_NO_PERMISSION',
    `PostgreSQL does not run as root, and the account "postgres" may not enter ${mustReach.join(' or ')}. Move the folder to where it may, or run as an ordinary user.`,
  );
}

async function canReach(account: ServerAccount, paths: readonly string[]): Promise<boolean> {
  try {
    await account.run('/bin/sh', ['-c', 'for path; do test -x "$path" || exit 1; done', 'sh', ...paths]);
    return true;
  } catch {
    return false;
  }
}

async function findAccount(): Promise<{ uid: number; gid: number } | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

async function makeAccount(): Promise<{ uid: number; gid: number }> {
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  } catch (cause) {
    throw noAccount(cause);
  }
  const ids = await findAccount();
  if (ids === null) throw noAccount();
  return ids;
}

function noAccount(cause?: unknown): PostgresError {
  return new PostgresError(
    'DATABASE_NO_ACCOUNT',
    'PostgreSQL does not run as root, and no account "postgres" could be made for it. Run as an ordinary user, or make one: useradd --system postgres',
    { cause },
  );
}
