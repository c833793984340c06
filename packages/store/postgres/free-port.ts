import { once } from 'node:events';
import { createServer } from 'node:net';

/** Takes a port on loopback for a moment. @returns the port, or null when another program has it */
async function tryPort(port: number): Promise<number | null> {
  const server = createServer();
  try {
    server.listen({ port, host: '127.0.0.1', exclusive: true });
    await once(server, 'listening');
    const address = server.address();
    return address !== null && typeof address === 'object' ? address.port : null;
  } catch {
    return null;
  } finally {
    server.close();
  }
}

/** The preferred port when it is free on loopback, otherwise one that the system chooses. */
export async function freePort(preferred?: number): Promise<number> {
  const port = (preferred === undefined ? null : await tryPort(preferred)) ?? (await tryPort(0));
  if (port === null) throw new Error('No port is free on 127.0.0.1.');
  return port;
}
