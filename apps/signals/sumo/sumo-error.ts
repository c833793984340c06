import { AmaanError } from '@amaan/contracts/problem';

export type SumoErrorCode =
  /** SUMO is not installed. */
  | 'SUMO_MISSING'
  /** SUMO ended by itself, with its own reason. */
  | 'SUMO_FAILED'
  /** SUMO speaks another TraCI than this client. */
  | 'SUMO_VERSION'
  /** There is no folder, no configuration or more than one. */
  | 'SCENARIO_NOT_FOUND'
  /** A file that the configuration names is not there. */
  | 'SCENARIO_INCOMPLETE'
  /** A file is no XML, or ends too early. */
  | 'XML_BROKEN'
  /** XML that is no network or configuration of SUMO. */
  | 'NETWORK_INVALID'
  | 'CONFIGURATION_INVALID'
  /** Nothing in the network is signalled. */
  | 'NETWORK_WITHOUT_SIGNAL'
  /** A signal is named that the network does not have. */
  | 'SIGNAL_UNKNOWN'
  /** No vehicle is said to drive. */
  | 'DEMAND_MISSING';

/** A scenario that cannot be run, in one sentence that says what to do where something can be done. */
export class SumoError extends AmaanError {
  constructor(code: SumoErrorCode, message: string, options?: ErrorOptions) {
    super(code, message, options);
  }
}
