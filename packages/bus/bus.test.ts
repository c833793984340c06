import type { Bus } from './bus.ts';
import { Hub } from './hub.ts';
import { portPair } from './port.ts';
import { PortBus } from './port-bus.ts';
import { type BusLab, describeBus, type LabClient } from './testing/bus-conformance.ts';
import { ForkedLab } from './testing/forked-lab.ts';

/** All clients in this process, over the same hub and protocol. */
class InProcessLab implements BusLab {
  readonly #hub = new Hub({ maxMessages: 64 });

  async client(): Promise<LabClient> {
    const [here, there] = portPair();
    this.#hub.open(here);
    const bus: Bus = new PortBus(there, () => {});
    return { bus, kill: async () => there.close() };
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#hub[Symbol.asyncDispose]();
  }
}

describeBus('the in-process bus', async () => new InProcessLab());
describeBus('the bus between processes', async () => new ForkedLab({ maxMessages: 64 }));
