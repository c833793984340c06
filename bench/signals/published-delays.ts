/** Delays of the RESCO benchmark (Ault and Sharon, NeurIPS 2021), mean seconds a vehicle, by scenario. */
interface PublishedDelays {
  /** The best single episode that was published of a learning controller (IDQN, IPPO). */
  readonly best: number;
  /** RESCO's own max-pressure and the networks' programmes, run again with RESCO's code. */
  readonly maxPressure: number;
  readonly fixed: number;
}

export const PUBLISHED_DELAYS: Readonly<Record<string, PublishedDelays>> = {
  cologne1: { best: 26.1, maxPressure: 31.8, fixed: 58.8 },
  cologne3: { best: 24.0, maxPressure: 26.7, fixed: 41.4 },
  ingolstadt1: { best: 20.9, maxPressure: 24.1, fixed: 40.6 },
};
