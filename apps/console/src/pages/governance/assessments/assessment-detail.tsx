import type { AssessmentView } from '@amaan/contracts/governance/impact-assessment';
import { Button, Skeleton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { assessmentFormQuery, assessmentQuery } from '../../../api/assessments.ts';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { RecordHeading } from '../../../components/records/record-heading.tsx';
import { RecordPast } from '../../../components/records/record-past.tsx';
import classes from '../../../components/records/records.module.css';
import { useFormat } from '../../../format/use-format.ts';
import { useLocalText } from '../../../format/use-local-text.ts';
import { AssessmentAnswers } from './assessment-answers.tsx';
import { AssessmentEditor } from './assessment-editor.tsx';
import { AssessmentFacts } from './assessment-facts.tsx';
import { AssessmentSteps } from './assessment-steps.tsx';
import { EarlierAssessment } from './earlier-assessment.tsx';
import { useAssessmentWords } from './use-assessment-words.ts';

interface AssessmentDetailProps {
  readonly id: string;
  readonly onAgain: (view: AssessmentView) => void;
  readonly onClose: () => void;
}

/** One assessment: whether it holds, what it says, and its past. */
export function AssessmentDetail({ id, onAgain, onClose }: AssessmentDetailProps) {
  const { data: view, error, refetch } = useQuery(assessmentQuery(id));
  if (error && !view) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (view === undefined) return <Skeleton height={320} />;
  return <Loaded view={view} onAgain={onAgain} onClose={onClose} />;
}

function Loaded({ view, onAgain, onClose }: Omit<AssessmentDetailProps, 'id'> & { view: AssessmentView }) {
  const { t } = useTranslation();
  const may = useMay();
  const { record, validity } = view;
  const { data: form } = useQuery(assessmentFormQuery(record.system ?? ''));
  const [editing, setEditing] = useState(false);
  const writable = ['draft', 'rejected'].includes(record.status) && may('assessment.write');
  const again = record.status === 'approved' && validity !== 'not-in-force' && may('assessment.write');
  return (
    <article className={classes.detail} aria-label={record.title}>
      <RecordHeading
        record={record}
        overdue={validity === 'expired'}
        onClose={onClose}
        actions={
          !editing && (
            <>
              {writable && (
                <Button
                  variant="default"
                  size="xs"
                  leftSection={<IconPencil size={16} aria-hidden="true" />}
                  onClick={() => setEditing(true)}
                >
                  {t('assessments.edit')}
                </Button>
              )}
              {again && (
                <Button variant="default" size="xs" onClick={() => onAgain(view)}>
                  {t('assessments.next')}
                </Button>
              )}
              <AssessmentSteps view={view} />
            </>
          )
        }
      />
      <div className={classes.headingLine}>
        <AssessmentFacts view={view} />
      </div>
      <Warnings view={view} />
      {form === undefined ? (
        <Skeleton height={320} />
      ) : editing ? (
        <AssessmentEditor view={view} form={form} onClose={() => setEditing(false)} />
      ) : (
        <>
          <AssessmentAnswers view={view} form={form} />
          <EarlierAssessment record={record} form={form} />
          <Past id={record.id} form={form} />
        </>
      )}
    </article>
  );
}

function Past({ id, form }: { id: string; form: Parameters<typeof useAssessmentWords>[0] }) {
  return <RecordPast id={id} words={useAssessmentWords(form)} />;
}

/** What somebody must do about it, loudly. */
function Warnings({ view: { record, validity, missing } }: { view: AssessmentView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const local = useLocalText();
  const date = record.expiresAt === null ? '' : format.date(record.expiresAt);
  return (
    <>
      {validity === 'expired' && (
        <p className={classes.warning} data-tone="critical" role="alert">
          {t('assessments.expiredText')}
        </p>
      )}
      {validity === 'expires-soon' && (
        <p className={classes.warning} role="status">
          {t('assessments.soonText', { date })}
        </p>
      )}
      {record.status === 'draft' &&
        (missing.length === 0 ? (
          <p className="quiet">{t('assessments.complete')}</p>
        ) : (
          <details className={classes.warning}>
            <summary>{t('assessments.missing', { count: missing.length })}</summary>
            <ul>
              {missing.map(({ id, text }) => (
                <li key={id}>{local(text)}</li>
              ))}
            </ul>
          </details>
        ))}
    </>
  );
}
