import type { Readable } from 'node:stream';
import type { LiveUpdate } from '@amaan/contracts/live-update';
import type { FastifyReply } from 'fastify';
import type { Principal } from '../access/decide.ts';
import type { UpdateHub } from '../live/update-hub.ts';

/** What a console of somebody is told from now on, in order. */
export function hearUpdates(updates: UpdateHub, principal: Principal): LiveUpdate[] {
  const heard: LiveUpdate[] = [];
  const reply = {
    type: () => reply,
    header: () => reply,
    send: (stream: Readable) => {
      stream.on('data', (chunk: Buffer) => {
        for (const line of chunk.toString().split('\n'))
          if (line.startsWith('data: ')) heard.push(JSON.parse(line.slice('data: '.length)));
      });
      return reply;
    },
  };
  updates.stream(principal, reply as unknown as FastifyReply, () => () => undefined);
  return heard;
}
