/**
 * Objects of NTCIP 1202 v03 (actuated signal controllers) and of NTCIP 1201 v03 (global objects) that are used here. Both
 * stand under the arc of NEMA, 1.3.6.1.4.1.1206: `asc` is devices.1 of it and `global` devices.6. A scalar's instance is
 * `.0`; a table's cell is COLUMN.INDEX.
 */
const DEVICES = '1.3.6.1.4.1.1206.4.2';
const ASC = `${DEVICES}.1`;

/** NTCIP 1202, phase: `phaseTable` (asc.1.2). Whole seconds, but for yellow and red clearance, which are tenths. */
export const PHASE_TABLE = `${ASC}.1.2`;
export const PHASE_COLUMNS = {
  phaseNumber: 1,
  phaseWalk: 2,
  phasePedestrianClear: 3,
  phaseMinimumGreen: 4,
  phaseYellowChange: 8,
  phaseRedClear: 9,
  phaseRing: 22,
  /** A string of octets: the numbers of the phases that may be on together with this one. */
  phaseConcurrency: 23,
} as const;

/** NTCIP 1202, phase: `phaseStatusGroupTable` (asc.1.4). Bit 0 of group g is phase 8g − 7. */
export const STATUS_TABLE = `${ASC}.1.4`;
export const STATUS_COLUMNS = {
  phaseStatusGroupNumber: 1,
  phaseStatusGroupReds: 2,
  phaseStatusGroupYellows: 3,
  phaseStatusGroupGreens: 4,
  phaseStatusGroupDontWalks: 5,
  phaseStatusGroupPedClears: 6,
  phaseStatusGroupWalks: 7,
} as const;

/** NTCIP 1202, phase: `phaseControlGroupTable` (asc.1.5). Each is reset to zero in backup mode. */
export const CONTROL_TABLE = `${ASC}.1.5`;
export const CONTROL_COLUMNS = {
  phaseControlGroupNumber: 1,
  phaseControlGroupPhaseOmit: 2,
  phaseControlGroupPedOmit: 3,
  phaseControlGroupHold: 4,
  phaseControlGroupForceOff: 5,
  phaseControlGroupVehCall: 6,
  phaseControlGroupPedCall: 7,
} as const;

/** Scalars, as providers of the simulated controller name them too. */
export const SCALARS = {
  /** NTCIP 1202, phase. */
  maxPhases: `${ASC}.1.1`,
  maxPhaseGroups: `${ASC}.1.3`,
  /**
   * NTCIP 1202, unit: seconds without a SET of a control object after which the controller reverts to backup mode, that is
   * to its own plan; 0 switches this off.
   */
  unitBackupTime: `${ASC}.3.3`,
  /** 2 system control, 4 backup mode, 6 time base; see `UNIT_CONTROL`. */
  unitControlStatus: `${ASC}.3.5`,
  /** 2 not flashing; see `UNIT_FLASH`. */
  unitFlashStatus: `${ASC}.3.6`,
  /** NTCIP 1202, coord: the pattern that runs, and the one that is asked for: 1–253, 254 free, 255 flash, 0 its own. */
  coordPatternStatus: `${ASC}.4.10`,
  systemPatternControl: `${ASC}.4.14`,
  /** NTCIP 1201, global time management: seconds since 1970, UTC. */
  globalTime: `${DEVICES}.6.3.1`,
  /** SNMPv2-MIB: hundredths of a second since the controller started. */
  sysUpTime: '1.3.6.1.2.1.1.3',
} as const;
export type ScalarName = keyof typeof SCALARS;

/** The instance of a scalar. */
export function scalar(name: ScalarName): string {
  return `${SCALARS[name]}.0`;
}

/** A cell of a table whose entry is its first child. */
export function cell(table: string, column: number, row: number): string {
  return `${table}.1.${column}.${row}`;
}

/** Values of `unitControlStatus`. */
export const UNIT_CONTROL = { systemControl: 2, backupMode: 4, timebase: 6 } as const;
/** Values of `unitFlashStatus`. */
export const UNIT_FLASH = { notFlash: 2, faultMonitor: 5, startup: 7 } as const;
/** `systemPatternControl`: no pattern, so that holds and force-offs alone lead. */
export const PATTERN_FREE = 254;
