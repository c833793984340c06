import type { AssessmentForm } from '@amaan/contracts/governance/impact-assessment';
import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assessmentsQuery } from '../../../api/assessments.ts';
import classes from '../../../components/records/records.module.css';
import { RecordsComparison } from '../../../components/records/version-comparison.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { useAssessmentWords } from './use-assessment-words.ts';

/** This assessment side by side with an earlier one of the same AI system: what changed since last year. */
export function EarlierAssessment({ record, form }: { record: GovernanceRecord; form: AssessmentForm }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useAssessmentWords(form);
  const { data: all = [] } = useQuery(assessmentsQuery);
  const [picked, setPicked] = useState<string | null>(null);
  const earlier = all
    .map((view) => view.record)
    .filter(
      ({ id, system, openedAt }) =>
        id !== record.id && system === record.system && openedAt < record.openedAt,
    );
  if (earlier.length === 0) return null;
  const chosen = earlier.find(({ id }) => id === picked);
  return (
    <section className={classes.block}>
      <h3>{t('assessments.earlier')}</h3>
      <Select
        aria-label={t('assessments.earlier')}
        placeholder={t('assessments.chooseEarlier')}
        clearable
        value={picked}
        data={earlier.map(({ id, number, openedAt }) => ({
          value: id,
          label: `${number} · ${format.date(openedAt)}`,
        }))}
        onChange={setPicked}
      />
      {chosen !== undefined && (
        <RecordsComparison
          id={record.id}
          earlier={chosen.id}
          titles={[chosen.number, record.number]}
          words={words}
        />
      )}
    </section>
  );
}
