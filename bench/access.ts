import { newIdentifier } from '@amaan/contracts/identifier';
import { PROTECTED_ACTIONS } from '@amaan/server/access/actions';
import { allowedActions, currentPolicies, decide, type Principal } from '@amaan/server/access/decide';
import type { Benchmark } from './figure.ts';

const DECISIONS = 3_000;
const REMEMBERED = 200_000;

/** What a decision costs: asked of Cedar, remembered, and the list of everything that somebody may do. */
export const benchAccess: Benchmark = async function* () {
  const common = { benchmark: 'access' } as const;
  const operator = somebody('operator');

  // One site each, so that none is remembered from the one before.
  const sites = Array.from({ length: DECISIONS }, () => newIdentifier());
  const asked = microseconds(DECISIONS, (index) => {
    decide(operator, 'alert.read', { resource: { type: 'site', id: sites[index]! } });
  });
  // Cedar alone with the smallest question there is.
  const floor = microseconds(DECISIONS, () => void currentPolicies.decide(BARE_QUESTION));
  yield {
    ...common,
    name: 'a decision asked of Cedar',
    value: asked,
    unit: 'µs',
    floor,
    ratio: asked / floor,
  };

  const remembered = microseconds(REMEMBERED, () => void decide(operator, 'alert.read'));
  yield {
    ...common,
    name: 'a remembered decision',
    value: remembered,
    unit: 'µs',
    aim: '≤ 20 µs',
    met: remembered <= 20,
  };

  const first = microseconds(1, () => void allowedActions(somebody('supervisor')));
  const again = microseconds(1_000, () => void allowedActions(somebody('supervisor')));
  const count = PROTECTED_ACTIONS.length;
  yield {
    ...common,
    name: `all ${count} actions of a role, the first time`,
    value: first / 1000,
    unit: 'ms',
  };
  yield {
    ...common,
    name: `all ${count} actions of a role, from then on`,
    value: again / 1000,
    unit: 'ms',
    aim: '≤ 2 ms',
    met: again <= 2_000,
  };
};

const BARE_QUESTION = {
  principal: { type: 'Program', id: 'monitor' },
  action: 'metrics.read',
  resource: { type: 'Platform', id: 'amaan' },
  context: { stepUpFresh: false, trainingCurrent: true, purposeStated: false },
  entities: [],
} as const;

function somebody(role: Principal['role']): Principal {
  const id = newIdentifier();
  return {
    ...{ id, name: id, username: id, role, person: id, sites: 'all' as const },
    ...{ mustChangePassword: false, secondFactor: false, steppedUpAt: null },
  };
}

/** Mean time of a call. */
function microseconds(calls: number, call: (index: number) => void): number {
  const start = performance.now();
  for (let index = 0; index < calls; index++) call(index);
  return ((performance.now() - start) * 1000) / calls;
}
