import { AmaanError } from '@amaan/contracts/problem';

/**
 * Talking to SUMO failed. Codes: `TRACI_CONNECTION_LOST` (SUMO ended or was never there), `TRACI_REFUSED` (SUMO said no,
 * with its reason), `TRACI_MALFORMED` (an answer that is not TraCI).
 */
export class TraciError extends AmaanError {
  constructor(
    code: 'TRACI_CONNECTION_LOST' | 'TRACI_REFUSED' | 'TRACI_MALFORMED',
    message: string,
    options?: ErrorOptions,
  ) {
    super(code, message, options);
  }
}
