import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** A UDP port of the loopback address that nobody has now: net-snmp takes 0 for 161, so one is looked for first. */
export async function freeUdpPort(): Promise<number> {
  const socket = createSocket('udp4');
  try {
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    return socket.address().port;
  } finally {
    socket.close();
  }
}
