import type { RecordInFlow } from '@amaan/contracts/governance/record-step';
import { Button, Modal, Skeleton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FlowKind, flowQuery, stepFlow } from '../../../api/flows.ts';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { RecordHeading } from '../../../components/records/record-heading.tsx';
import { RecordPast } from '../../../components/records/record-past.tsx';
import classes from '../../../components/records/records.module.css';
import { FlowBody } from './flow-body.tsx';
import { FlowForm } from './flow-form.tsx';
import { FlowSteps } from './flow-steps.tsx';
import { RelatedRecords } from './related-records.tsx';
import { useFlowWords } from './use-flow-words.ts';

interface FlowDetailProps {
  readonly kind: FlowKind;
  readonly id: string;
  readonly mayWrite: boolean;
  readonly mayStep: boolean;
  /** What only this kind has, between its fields and its steps. */
  readonly children?: (view: RecordInFlow) => ReactNode;
  readonly onClose: () => void;
}

/** One record: what it says, what can be done next, who did what before. */
export function FlowDetail({ kind, id, mayWrite, mayStep, children, onClose }: FlowDetailProps) {
  const { t } = useTranslation();
  const words = useFlowWords(kind);
  const { data: view, error, refetch } = useQuery(flowQuery(kind, id));
  const [editing, setEditing] = useState(false);
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (view === undefined) return <Skeleton height={320} />;
  const { record, related } = view;
  return (
    <article className={classes.detail} aria-label={record.title}>
      <RecordHeading
        record={record}
        onClose={onClose}
        actions={
          mayWrite &&
          record.closedAt === null && (
            <Button
              variant="default"
              size="xs"
              leftSection={<IconPencil size={16} aria-hidden="true" />}
              onClick={() => setEditing(true)}
            >
              {t('documents.edit')}
            </Button>
          )
        }
      />
      <FlowBody kind={kind} record={record} />
      {children?.(view)}
      <FlowSteps view={view} mayStep={mayStep} take={(step) => stepFlow(kind, id, step)} />
      <RelatedRecords related={related} />
      <RecordPast id={id} words={words} />
      {editing && (
        <Modal opened size="lg" onClose={() => setEditing(false)} title={record.number}>
          <FlowForm
            kind={kind}
            record={record}
            onSaved={() => setEditing(false)}
            onClose={() => setEditing(false)}
          />
        </Modal>
      )}
    </article>
  );
}
