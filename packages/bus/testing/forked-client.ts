/** A child process whose bus a test drives from its parent, see `forked-lab.ts`. */
import type { Bus, BusMessage, Subscription } from '../bus.ts';
import { connectIpcBus } from '../ipc-bus.ts';
import { isLabMessage, type LabMessage, outcomeOf, PendingOutcomes } from './lab-messages.ts';

// Rejecting handlers are part of the tests; their problems need no warning.
const bus = connectIpcBus(() => {});
const handled = new PendingOutcomes();
const subscriptions = new Map<number, Subscription>();

const send = (message: LabMessage) => process.send?.(message);
const answer = async (id: number, run: () => unknown) =>
  send({ lab: 'outcome', id, outcome: await outcomeOf(run) });

process.on('message', (message) => {
  if (!isLabMessage(message)) return;
  switch (message.lab) {
    case 'call': {
      const method = bus[message.method] as (...args: unknown[]) => unknown;
      void answer(message.id, () => method.apply(bus, message.args));
      break;
    }
    case 'subscribe':
      subscriptions.set(message.id, subscribe(bus, message));
      break;
    case 'stop':
      void answer(message.id, () => subscriptions.get(message.subscription)?.stop());
      break;
    case 'dispose':
      void answer(message.id, () => bus[Symbol.asyncDispose]());
      break;
    case 'handled':
      handled.settle(message.id, message.outcome);
  }
});
void bus.closed.then(() => {
  if (!process.connected) process.exit(0);
});
send({ lab: 'ready' });

function subscribe(on: Bus, { id, ...order }: Extract<LabMessage, { lab: 'subscribe' }>): Subscription {
  const handle = (payload: unknown) =>
    handled.call((call) => send({ lab: 'incoming', id: call, subscription: id, payload }));
  switch (order.method) {
    case 'consume':
      return on.consume(
        order.subject,
        async (messages: readonly BusMessage[]) => void (await handle(messages)),
        order.options as { maxBatch?: number },
      );
    case 'listen':
      return on.listen(order.subject, (payload) => void handle(payload));
    case 'respond':
      return on.respond(order.subject, handle);
  }
}
