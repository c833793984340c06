import type { FeedbackRun, FeedbackSettings } from '@amaan/contracts/crime/feedback-loop';
import type { FeedbackGuards } from '@amaan/crime-analytics/feedback/feedback-loop';
import { simulateFeedbackLoop } from '@amaan/crime-analytics/feedback/simulate-feedback-loop';
import { type AnalysisMethod, limitNote, methodNote } from '../analysis-method.ts';

/** Records of a year stand at the beginning. */
const WEEKS_BEFORE = 52;

/** What patrols that follow their own records would do, without guards and with them. A simulation: no incident is read. */
export const feedbackMethod: AnalysisMethod<'feedback-loop'> = {
  finish({ settings }) {
    const none = { exposure: false, mostTimesFairShare: null, leastOfFairShare: 0, leaveOutFound: false };
    const { mostTimesFairShare, leastOfFairShare } = settings;
    const all = { exposure: true, mostTimesFairShare, leastOfFairShare, leaveOutFound: true };
    const without = run(settings, none);
    const guarded = run(settings, all);
    return {
      result: {
        kind: 'feedback-loop',
        simulated: true,
        trueShares: without.trueShares,
        runs: [without.run, guarded.run],
      },
      notes: [methodNote('method-feedback-loop'), limitNote('limit-simulation')],
    };
  },
};

function run(
  settings: FeedbackSettings,
  guards: FeedbackGuards,
): { readonly run: FeedbackRun; readonly trueShares: number[] } {
  const { areas, weeklyOffences, unequalPast, weeks, replicas, seed } = settings;
  const { reportedShare, foundShare } = settings;
  const before = weeklyOffences * reportedShare * WEEKS_BEFORE;
  const { weeks: told, trueShares } = simulateFeedbackLoop({
    ...{ seed, weeks, replicas, reportedShare, foundShare, guards },
    trueRates: new Array<number>(areas).fill(weeklyOffences),
    recordedBefore: Array.from({ length: areas }, (_, area) => (area === 0 ? unequalPast : 1) * before),
  });
  return {
    run: {
      guards: guards.exposure,
      weeks: told.map((week) => ({
        patrolShares: [...week.patrolShares],
        recordedShares: [...week.recordedShares],
        distortion: week.distortion,
        distortionInterval: [...week.distortionInterval],
      })),
    },
    trueShares: [...trueShares],
  };
}
