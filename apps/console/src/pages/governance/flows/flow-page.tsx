import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import type { RecordInFlow } from '@amaan/contracts/governance/record-step';
import { Button, Checkbox, Modal, Skeleton } from '@mantine/core';
import { IconClipboardList, IconPlus, IconPointer } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FlowKind, flowListQuery } from '../../../api/flows.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { FlowDetail } from './flow-detail.tsx';
import { FlowForm } from './flow-form.tsx';
import { FlowList } from './flow-list.tsx';
import classes from './flows.module.css';

interface FlowPageProps {
  readonly kind: FlowKind;
  readonly selected: string | undefined;
  readonly mayWrite: boolean;
  readonly mayStep: boolean;
  readonly onSelect: (id: string | undefined) => void;
  readonly onOpen: (kind: string, id: string) => void;
  /** Switches between kinds that share a page. */
  readonly tabs?: ReactNode;
  readonly extraOf?: (record: GovernanceRecord) => ReactNode;
  /** What only this kind has. */
  readonly detail?: (view: RecordInFlow) => ReactNode;
  /** Opens a new one in the page's own way; left out: the form. Null: this kind is opened elsewhere. */
  readonly create?: ((close: () => void) => ReactNode) | null;
}

/** Records of one kind: the list on the start side, the chosen one on the end side. */
export function FlowPage(props: FlowPageProps) {
  const { kind, selected, mayWrite, mayStep, onSelect, onOpen, tabs, extraOf, detail, create } = props;
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(flowListQuery(kind));
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [creating, setCreating] = useState(false);
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  const records = (data ?? []).filter(({ closedAt }) => !onlyOpen || closedAt === null);
  const add = mayWrite && create !== null && (
    <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setCreating(true)}>
      {t(`incidents.open.${kind}`)}
    </Button>
  );
  return (
    <>
      <div className={classes.toolbar}>
        {tabs}
        <Checkbox
          label={t('incidents.onlyOpen')}
          checked={onlyOpen}
          onChange={({ currentTarget }) => setOnlyOpen(currentTarget.checked)}
        />
        {add}
      </div>
      {data === undefined ? (
        <Skeleton height={320} />
      ) : records.length === 0 ? (
        <EmptyNotice
          icon={<IconClipboardList />}
          title={t(`incidents.empty.${kind}`)}
          {...(kind === 'incident' && { hint: t('incidents.emptyHint') })}
        />
      ) : (
        <div className={classes.columns} data-open={selected !== undefined || undefined}>
          <FlowList records={records} selected={selected} {...(extraOf && { extraOf })} onSelect={onSelect} />
          {selected === undefined ? (
            <EmptyNotice icon={<IconPointer />} title={t('incidents.choose')} />
          ) : (
            <FlowDetail
              key={selected}
              kind={kind}
              id={selected}
              mayWrite={mayWrite}
              mayStep={mayStep}
              onClose={() => onSelect(undefined)}
              onOpen={onOpen}
            >
              {(view) => detail?.(view)}
            </FlowDetail>
          )}
        </div>
      )}
      {creating && (
        <Modal opened size="lg" onClose={() => setCreating(false)} title={t(`incidents.open.${kind}`)}>
          {create?.(() => setCreating(false)) ?? (
            <FlowForm
              kind={kind}
              onSaved={({ id }) => {
                setCreating(false);
                onSelect(id);
              }}
              onClose={() => setCreating(false)}
            />
          )}
        </Modal>
      )}
    </>
  );
}
