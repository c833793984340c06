import { type AssessmentAnswer, ImpactAssessment } from '@amaan/contracts/governance/impact-assessment';
import type { RecordHistory } from '@amaan/contracts/governance/record';
import { assessmentQuestions } from '@amaan/governance/assessments/assessment-form';
import { impactLevel } from '@amaan/governance/assessments/impact-level';
import type { Block } from '@amaan/governance/pack/section-page';

/** The whole text of an impact assessment as its newest version had it: every question answered, every impact. */
export function assessmentBlocks({ record, versions }: RecordHistory): Block[] {
  const newest = versions.at(-1);
  const { data: body } = ImpactAssessment.safeParse(newest?.body);
  if (newest === undefined || body === undefined) return [];
  const name = `${record.number} v${newest.version}: ${record.title}`;
  const known = new Map(assessmentQuestions().map(({ id, text }) => [id, text.en]));
  return [
    {
      kind: 'table',
      title: `${name} (about version ${body.systemVersion}), answers`,
      columns: ['Question', 'Answer'],
      rows: Object.entries(body.answers).map(([id, answer]) => [known.get(id) ?? id, answerText(answer)]),
    },
    {
      kind: 'table',
      title: `${name}, impacts`,
      columns: ['Affected', 'What', 'Level', 'Severity', 'Likelihood', 'Reversibility', 'Reach', 'Measures'],
      rows: body.impacts.map((impact) => [
        impact.affected,
        impact.what,
        impactLevel(impact).level,
        impact.severity,
        impact.likelihood,
        impact.reversibility,
        impact.reach,
        impact.measures,
      ]),
    },
  ];
}

function answerText(answer: AssessmentAnswer): string {
  switch (answer.type) {
    case 'text':
      return answer.text;
    case 'scale':
      return `${answer.level} of 5: ${answer.why}`;
    case 'yes-no':
      return `${answer.yes ? 'Yes' : 'No'}: ${answer.why}`;
    case 'list':
      return answer.items.join('; ');
  }
}
