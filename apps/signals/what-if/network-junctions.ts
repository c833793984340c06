import type { NetworkAnswer } from '@amaan/contracts/traffic/signal-messages';
import { checkJunction } from '@amaan/traffic-management/signals/check-junction';
import { readNetwork } from '../sumo/network.ts';
import { type SignalTimes, signalJunction } from '../sumo/signal-junction.ts';
import { signalLinksOf } from '../sumo/signal-links.ts';

/** Times that a network does not say and that a road needs, in seconds; engineers change them in the next version. */
const ROAD_TIMES: SignalTimes = { yellow: 3, minGreen: 6, clearingExtension: 10 };

/**
 * The signalled junctions of a SUMO network, each with its definition, or why it cannot be taken over in one sentence.
 * @throws SumoError `XML_BROKEN`, `NETWORK_INVALID`
 */
export async function networkJunctions(file: string): Promise<NetworkAnswer['junctions']> {
  const network = await readNetwork(file);
  return signalLinksOf(network).map((links) => {
    const signal = signalJunction(network, links, ROAD_TIMES);
    if (signal === null)
      return {
        ...{ id: links.id, lanes: 0, definition: null },
        problem: `The programme of ${links.id} has one stage only, so there is nothing to control.`,
      };
    const { id, ...definition } = signal.junction;
    const [contradiction] = checkJunction(signal.junction);
    return { id, lanes: definition.lanes.length, definition, problem: contradiction?.sentence ?? null };
  });
}
