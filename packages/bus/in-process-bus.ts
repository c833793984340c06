import type { Bus } from './bus.ts';
import { Hub, type HubOptions } from './hub.ts';

/** A bus within one process, for tests and small tools: a hub with one client, which it disposes of. */
export function inProcessBus(options?: HubOptions): Bus {
  const hub = new Hub(options);
  const bus = hub.connect();
  return {
    publish: (subject, messages) => bus.publish(subject, messages),
    consume: (subject, handler, how) => bus.consume(subject, handler, how),
    announce: (subject, payload) => bus.announce(subject, payload),
    listen: (subject, handler) => bus.listen(subject, handler),
    request: (subject, payload, timeoutMs) => bus.request(subject, payload, timeoutMs),
    respond: (subject, handler) => bus.respond(subject, handler),
    [Symbol.asyncDispose]: async () => {
      await bus[Symbol.asyncDispose]();
      await hub[Symbol.asyncDispose]();
    },
  };
}
