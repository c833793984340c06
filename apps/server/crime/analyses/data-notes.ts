import type { AnalysisNote } from '@amaan/contracts/crime/analysis-note';
import type { AnalysisQuestion } from '@amaan/contracts/crime/analysis-question';
import { limitNote } from './analysis-method.ts';
import { LEAST_SENSITIVE, SENSITIVE_METRES } from './withhold-rare.ts';

/** What was counted, and what was not. */
export interface CountedData {
  readonly incidents: number;
  /** Of other offences, which only help. */
  readonly helpful: number;
  readonly batches: number;
  /** Places of victims that would stand alone. */
  readonly withheld: number;
  readonly withInterval: number;
  readonly officerInitiatedLeftOut: number;
  /** Null: none is on record. */
  readonly patrolHours: number | null;
  /** Station areas that were asked for; empty: the whole site. */
  readonly boundaryNames: readonly string[];
}

/** With fewer incidents figures are rough. */
const FEW = 50;

/** What has to be said of the data of a picture, and of what no such picture can show. */
export function dataNotes({ kind, selection }: AnalysisQuestion, counted: CountedData): AnalysisNote[] {
  const { period, kinds, offences, officerInitiated, simulated } = selection;
  const { incidents, withheld, officerInitiatedLeftOut, patrolHours, withInterval } = counted;
  const note = (code: string, values: AnalysisNote['values'] = {}): AnalysisNote => ({
    ...{ about: 'data', code, values },
  });
  const usesPatrols = kind === 'forecast' || kind === 'patrol-audit';
  return [
    ...(simulated ? [note('data-simulated')] : []),
    note('data-period', { from: period.from, until: period.until }),
    note('data-batches', { incidents, batches: counted.batches }),
    ...(counted.helpful > 0 ? [note('data-helping', { incidents: counted.helpful })] : []),
    ...(kinds.length > 0 ? [note('data-kinds', { kinds: kinds.join(', ') })] : []),
    ...(offences.length > 0 ? [note('data-offences', { offences: offences.join(', ') })] : []),
    ...(counted.boundaryNames.length > 0
      ? [note('data-boundaries', { names: counted.boundaryNames.join(', ') })]
      : []),
    ...(officerInitiatedLeftOut > 0
      ? [note('data-officer-initiated-left-out', { incidents: officerInitiatedLeftOut })]
      : []),
    ...(officerInitiated !== null
      ? [note('data-officer-initiated-included', { reason: officerInitiated.reason })]
      : []),
    ...(withheld > 0
      ? [note('data-withheld', { incidents: withheld, least: LEAST_SENSITIVE, metres: SENSITIVE_METRES })]
      : []),
    ...(withInterval > 0 ? [note('data-interval', { incidents: withInterval })] : []),
    ...(usesPatrols
      ? [patrolHours === null ? note('data-no-patrols') : note('data-patrols', { hours: patrolHours })]
      : []),
    limitNote('limit-reported-only'),
    limitNote('limit-places-not-persons'),
    ...(incidents < FEW ? [limitNote('limit-few', { incidents })] : []),
  ];
}
