/** TraCI's numbers that are used here (SUMO user documentation, "TraCI", protocol and constants). */
export const COMMAND = {
  version: 0x00,
  step: 0x02,
  close: 0x7f,
  setSignal: 0xc2,
  subscribeJunctionContext: 0x89,
  subscribeSimulation: 0xdb,
} as const;

/** Variables of the things that are asked about. */
export const VARIABLE = {
  signalState: 0x20,
  speed: 0x40,
  lane: 0x51,
  lanePosition: 0x56,
  /** Vehicles on the road and still to come. */
  expectedVehicles: 0x7d,
} as const;

/** Things whose variables a context subscription may give. */
export const DOMAIN = { vehicle: 0xa4 } as const;

/** How values are written. */
export const TYPE = {
  position2d: 0x01,
  ubyte: 0x07,
  byte: 0x08,
  int: 0x09,
  double: 0x0b,
  text: 0x0c,
  textList: 0x0e,
  compound: 0x0f,
} as const;

/** Results of a command. */
export const RESULT = { ok: 0x00, notImplemented: 0x01, error: 0xff } as const;
