import type { Benchmark } from './figure.ts';

/** Every benchmark by the name that `amaan bench` takes; loaded when it is run. */
export const BENCHMARKS: Readonly<Record<string, () => Promise<Benchmark>>> = {
  vision: async () => (await import('./vision.ts')).benchVision,
  models: async () => (await import('./object-models.ts')).objectModels,
  latency: async () => (await import('./alert-latency.ts')).benchAlertLatency,
  memory: async () => (await import('./memory.ts')).benchMemory,
  access: async () => (await import('./access.ts')).benchAccess,
  pack: async () => (await import('./pack.ts')).benchPack,
  clone: async () => (await import('./clone-to-first-boxes.ts')).benchCloneToFirstBoxes,
  monitoring: async () => (await import('./monitoring.ts')).benchMonitoring,
  permits: async () => (await import('./permits.ts')).benchPermits,
  suspension: async () => (await import('./suspension.ts')).benchSuspension,
  hotlist: async () => (await import('./hotlist.ts')).benchHotlist,
  trace: async () => (await import('./trace.ts')).benchTrace,
  plates: async () => (await import('./plates/plates.ts')).benchPlates,
  faces: async () => (await import('./faces/faces.ts')).benchFaces,
  'face-search': async () => (await import('./face-search/face-search.ts')).benchFaceSearch,
  'face-enrolment': async () => (await import('./face-enrolment/face-enrolment.ts')).benchFaceEnrolment,
  redaction: async () => (await import('./redaction/redaction.ts')).benchRedaction,
  'redaction-live': async () => (await import('./redaction/redaction-live.ts')).benchRedactionLive,
  signals: async () => (await import('./signals/signals.ts')).benchSignals,
  traffic: async () => (await import('./traffic/traffic.ts')).benchTraffic,
  violations: async () => (await import('./violations/violations.ts')).benchViolations,
  crime: async () => (await import('./crime/crime.ts')).benchCrime,
  calls: async () => (await import('./calls/calls.ts')).benchCalls,
  ledger: async () => (await import('./ledger.ts')).benchLedger,
};
