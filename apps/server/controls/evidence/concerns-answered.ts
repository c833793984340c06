import { Concern } from '@amaan/contracts/governance/concern';
import { DAY_MS, present, stateOf } from '../live-finding.ts';
import { recordSources } from '../record-sources.ts';

/** Days until somebody has taken a concern in hand, and until it is answered. */
const IN_HAND_DAYS = 7;
const ANSWER_DAYS = 30;

/** Who raises a concern is heard: nothing lies around unread or unanswered. */
export const concernsAnswered = present(async ({ records, now }) => {
  const concerns = await records('concern');
  const open = concerns.filter(({ status }) => status === 'received' || status === 'in-hand');
  const days = (instant: string) => (now - Date.parse(instant)) / DAY_MS;
  const unread = open.filter(
    ({ status, openedAt }) => status === 'received' && days(openedAt) > IN_HAND_DAYS,
  );
  const unanswered = open.filter(({ openedAt }) => days(openedAt) > ANSWER_DAYS);
  const fromPublic = concerns.filter(({ body }) => Concern.parse(body).origin === 'public').length;
  return {
    state: stateOf(unanswered.length, unread.length),
    en: `${concerns.length} concerns were raised, ${fromPublic} of them by the public; ${open.length} are open, ${unanswered.length} of them for more than ${ANSWER_DAYS} days.`,
    ur: `${concerns.length} تشویشات اٹھائی گئیں، جن میں سے ${fromPublic} عوام کی ہیں؛ ${open.length} کھلی ہیں، ${unanswered.length} کو ${ANSWER_DAYS} دن سے زیادہ ہو گئے۔`,
    figures: {
      raised: concerns.length,
      byThePublic: fromPublic,
      open: open.length,
      unread: unread.length,
      unanswered: unanswered.length,
    },
    sources: [
      ...recordSources(unanswered.length > 0 ? unanswered : unread),
      { label: 'public form', href: '/register/concern' },
    ],
  };
});
