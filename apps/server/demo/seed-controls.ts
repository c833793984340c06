import {
  type ControlStatementInput,
  type ControlView,
  controlKey,
} from '@amaan/contracts/governance/control';
import { DEMO_PEOPLE, DEMO_STATEMENT, demoAuthor } from './demo-people.ts';
import type { DemoContext } from './demo-seed.ts';

/** What a deployment like the demonstration would leave out, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'iso-27001:5.23': 'Nothing runs in a cloud: every part is on machines of the authority.',
  'iso-27001:8.30': 'All AI systems are developed in-house.',
};

/**
 * A statement of applicability as it looks half-way: the AI controls and whatever a document or the running
 * system can show are decided, the rest is left undecided.
 */
export async function seedControls({ services }: DemoContext): Promise<void> {
  const { controls } = await services.controls.overview();
  const officer = demoAuthor(DEMO_PEOPLE.governanceOfficer);
  for (const control of controls) {
    const decision = decisionOn(control);
    if (decision === null || control.record !== null) continue;
    await services.controls.declare(control.standard, control.id, decision, officer, { demo: true });
  }
}

function decisionOn(control: ControlView): ControlStatementInput | null {
  const shared = { owner: DEMO_PEOPLE.governanceOfficer.name, notes: DEMO_STATEMENT, seen: null, note: '' };
  const leftOut = LEFT_OUT[controlKey(control)];
  if (leftOut !== undefined) {
    return {
      ...shared,
      applicability: 'not-applicable',
      justification: leftOut,
      implementation: 'not-applicable',
    };
  }
  const shown = control.evidence !== 'none';
  if (!shown && control.standard === 'iso-27001') return null;
  return {
    ...shared,
    applicability: 'applicable',
    justification: control.mandatory
      ? 'A requirement of the standard itself.'
      : 'The authority runs AI systems on cameras in public places.',
    implementation: shown ? 'implemented' : 'planned',
  };
}
