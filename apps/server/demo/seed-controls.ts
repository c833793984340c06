import type { ControlStatementInput } from '@amaan/contracts/governance/control';
import { controlKey } from '@amaan/contracts/governance/control';
import { CONTROL_CATALOGUE } from '@amaan/governance/controls/catalogue';
import type { ControlEntry } from '@amaan/governance/controls/control-entry';
import { LIVE_EVIDENCE } from '../controls/live-evidence.ts';
import { DEMO_PEOPLE, DEMO_STATEMENT, demoAuthor } from './demo-people.ts';
import type { DemoContext } from './seed-demo.ts';

/** What a deployment like the demonstration would leave out, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'iso-27001:5.23': 'Nothing runs in a cloud: every part is on machines of the authority.',
  'iso-27001:8.30': 'All AI systems are developed in-house.',
};

/**
 * A statement of applicability as it looks half-way: the AI controls and whatever the running system can show
 * are decided, the rest is left undecided.
 */
export async function seedControls({ services }: DemoContext): Promise<void> {
  const { controls } = await services.controls.overview();
  const decided = new Set(controls.filter(({ record }) => record !== null).map(controlKey));
  const officer = demoAuthor(DEMO_PEOPLE.governanceOfficer);
  for (const entry of CONTROL_CATALOGUE) {
    const key = controlKey(entry);
    const decision = decisionOn(entry);
    if (decision === null || decided.has(key)) continue;
    await services.controls.declare(entry.standard, entry.id, decision, officer, { demo: true });
  }
}

function decisionOn(entry: ControlEntry): ControlStatementInput | null {
  const key = controlKey(entry);
  const shared = { owner: DEMO_PEOPLE.governanceOfficer.name, notes: DEMO_STATEMENT, seen: null, note: '' };
  const leftOut = LEFT_OUT[key];
  if (leftOut !== undefined) {
    return {
      ...shared,
      applicability: 'not-applicable',
      justification: leftOut,
      implementation: 'not-applicable',
    };
  }
  const live = LIVE_EVIDENCE[key] !== undefined;
  if (!live && entry.standard === 'iso-27001') return null;
  return {
    ...shared,
    applicability: 'applicable',
    justification: entry.mandatory
      ? 'A requirement of the standard itself.'
      : 'The authority runs AI systems on cameras in public places.',
    implementation: live ? 'implemented' : 'planned',
  };
}
