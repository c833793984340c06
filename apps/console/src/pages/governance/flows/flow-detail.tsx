import type { RecordInFlow } from '@amaan/contracts/governance/record-step';
import { Button, Modal, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FlowKind, flowQuery, stepFlow } from '../../../api/flows.ts';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { DemoMark } from '../../../components/status-marks.tsx';
import { FlowBody } from './flow-body.tsx';
import { FlowForm } from './flow-form.tsx';
import { FlowStatusMark } from './flow-status-mark.tsx';
import { FlowSteps } from './flow-steps.tsx';
import classes from './flows.module.css';

interface FlowDetailProps {
  readonly kind: FlowKind;
  readonly id: string;
  readonly mayWrite: boolean;
  readonly mayStep: boolean;
  /** What only this kind has, between its fields and its steps. */
  readonly children?: (view: RecordInFlow) => ReactNode;
  readonly onClose: () => void;
  readonly onOpen: (kind: string, id: string) => void;
}

/** One record: what it says, what can be done next, who did what before. */
export function FlowDetail({ kind, id, mayWrite, mayStep, children, onClose, onOpen }: FlowDetailProps) {
  const { t } = useTranslation();
  const { data: view, error, refetch } = useQuery(flowQuery(kind, id));
  const [editing, setEditing] = useState(false);
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (view === undefined) return <Skeleton height={320} />;
  const { record, related } = view;
  return (
    <article className={classes.detail} aria-label={record.title}>
      <header className={classes.detailHead}>
        <Button
          className={classes.back}
          variant="subtle"
          size="xs"
          leftSection={<IconArrowLeft size={16} className="mirrored" aria-hidden="true" />}
          onClick={onClose}
        >
          {t('common.back')}
        </Button>
        <span className="quiet mono ltr">{record.number}</span>
        <FlowStatusMark status={record.status} />
        <span className="quiet">{t('incidents.version', { version: record.version })}</span>
        {record.demo && <DemoMark />}
        {mayWrite && record.closedAt === null && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPencil size={16} aria-hidden="true" />}
            onClick={() => setEditing(true)}
          >
            {t('incidents.edit')}
          </Button>
        )}
      </header>
      <h2>
        <bdi>{record.title}</bdi>
      </h2>
      <FlowBody kind={kind} record={record} />
      {children?.(view)}
      <FlowSteps view={view} mayStep={mayStep} take={(step) => stepFlow(kind, id, step)} />
      {related.length > 0 && (
        <section className={classes.block}>
          <h3>{t('incidents.related')}</h3>
          <ul className={classes.related}>
            {related.map((other) => (
              <li key={other.id}>
                <button type="button" className={classes.link} onClick={() => onOpen(other.kind, other.id)}>
                  <span className="mono ltr">{other.number}</span> <bdi>{other.title}</bdi>
                </button>{' '}
                <FlowStatusMark status={other.status} />
              </li>
            ))}
          </ul>
        </section>
      )}
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
