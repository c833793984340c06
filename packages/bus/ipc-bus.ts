import type { Bus } from './bus.ts';
import { parentPort } from './port.ts';
import { PortBus } from './port-bus.ts';

export interface IpcBus extends Bus {
  /**
   * Resolves when the bus is closed, above all because the parent died: then the child ends its work and
   * exits. Open and later calls fail with `BUS_DISCONNECTED`; announcements are lost.
   */
  readonly closed: Promise<void>;
}

/**
 * Joins the bus whose hub is in the process that forked this one.
 * @param onProblem told of errors that no caller waits for; they become warnings when it is left out.
 * @throws BusError `BUS_DISCONNECTED` when this process was not forked, or its parent is gone.
 * @example
 * const bus = connectIpcBus();
 * bus.closed.then(() => process.exit(0));
 * await bus.publish(SUBJECTS.reports, [{ id: observation.id, payload: report }]);
 */
export function connectIpcBus(onProblem?: (problem: Error) => void): IpcBus {
  return new PortBus(parentPort(), onProblem);
}
