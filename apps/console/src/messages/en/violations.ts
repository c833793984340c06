import { violationEvidence } from './violation-evidence.ts';
import { violationReview } from './violation-review.ts';

/** Traffic violations: the places of the area, and the words that all of them use. */
export const violations = {
  title: 'Violations',
  nav: {
    review: 'Review',
    challans: 'Challans',
    contests: 'Contests',
    enforcement: 'Enforcement',
    bulkCancel: 'Bulk cancel',
    statistics: 'Figures',
  },
  nothingForYou: 'Nothing here for your role',
  nothingForYouHint: 'Suspected violations are judged by traffic reviewers and supervisors.',
  more: 'Show more',
  evidence: violationEvidence,
  review: violationReview,
  kind: {
    'red-light': 'Red light',
    'stop-line': 'Stop line',
    'wrong-way': 'Wrong way',
    speed: 'Speed',
    'average-speed': 'Average speed',
    lane: 'Lane',
    'prohibited-turn': 'Prohibited turn',
    'no-parking': 'No parking',
    helmet: 'Helmet',
    'seat-belt': 'Seat belt',
  },
  seconds: '{{value}} s',
  rupees: 'Rs {{value}}',
} as const;
