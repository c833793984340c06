import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';

export interface RtspServerOptions {
  readonly file: string;
  /** 0 takes any free port. */
  readonly port?: number;
  readonly credentials?: { readonly user: string; readonly password: string; readonly digest: boolean };
  /** Serve a tone instead of the file. */
  readonly audioOnly?: boolean;
}

export interface RtspServer extends AsyncDisposable {
  readonly port: number;
}

/** Starts a real RTSP server on loopback; its stream is at `/live`. */
export async function startRtspServer(options: RtspServerOptions): Promise<RtspServer> {
  const { credentials } = options;
  const args = [
    join(import.meta.dirname, 'rtsp-server.py'),
    String(options.port ?? 0),
    options.file,
    ...(credentials ? ['--user', credentials.user, '--password', credentials.password] : []),
    ...(credentials?.digest ? ['--digest'] : []),
    ...(options.audioOnly ? ['--audio'] : []),
  ];
  const child = spawn('/usr/bin/python3', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const [line] = await Promise.race([once(lines, 'line'), exited]);
  const port = Number(line);
  if (typeof line !== 'string' || !(port > 0)) throw new Error('The RTSP server did not start.');
  return {
    port,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
