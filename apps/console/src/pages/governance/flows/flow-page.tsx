import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import type { RecordInFlow } from '@amaan/contracts/governance/record-step';
import { Button, Checkbox, Modal } from '@mantine/core';
import { IconClipboardList, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FlowKind, flowListQuery } from '../../../api/flows.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { RecordColumns } from '../../../components/records/record-columns.tsx';
import { RecordList } from '../../../components/records/record-list.tsx';
import classes from '../../../components/records/records.module.css';
import { useFormat } from '../../../format/use-format.ts';
import { FlowDetail } from './flow-detail.tsx';
import { FlowForm } from './flow-form.tsx';

interface FlowPageProps {
  readonly kind: FlowKind;
  readonly selected: string | undefined;
  readonly mayWrite: boolean;
  readonly mayStep: boolean;
  readonly onSelect: (id: string | undefined) => void;
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
  const { kind, selected, mayWrite, mayStep, onSelect, tabs, extraOf, detail, create } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch } = useQuery(flowListQuery(kind));
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [creating, setCreating] = useState(false);
  const items = (data ?? [])
    .filter(({ closedAt }) => !onlyOpen || closedAt === null)
    .map((record) => ({ record }));
  return (
    <>
      <RecordColumns
        above={
          <div className={classes.choices}>
            {tabs}
            <Checkbox
              label={t('incidents.onlyOpen')}
              checked={onlyOpen}
              onChange={({ currentTarget }) => setOnlyOpen(currentTarget.checked)}
            />
            {mayWrite && create !== null && (
              <Button
                leftSection={<IconPlus size={16} aria-hidden="true" />}
                onClick={() => setCreating(true)}
              >
                {t(`incidents.open.${kind}`)}
              </Button>
            )}
          </div>
        }
        loading={data === undefined}
        error={data === undefined ? error : null}
        onRetry={() => void refetch()}
        empty={
          items.length > 0 ? null : (
            <EmptyNotice
              icon={<IconClipboardList />}
              title={t(`incidents.empty.${kind}`)}
              {...(kind === 'incident' && { hint: t('incidents.emptyHint') })}
            />
          )
        }
        list={
          <RecordList
            items={items}
            selected={selected}
            factsOf={({ record }) => (
              <>
                {extraOf?.(record)}
                <span className="quiet">{t('incidents.openedAt', { at: format.date(record.openedAt) })}</span>
              </>
            )}
            onSelect={onSelect}
          />
        }
        detail={
          selected === undefined ? null : (
            <FlowDetail
              key={selected}
              kind={kind}
              id={selected}
              mayWrite={mayWrite}
              mayStep={mayStep}
              onClose={() => onSelect(undefined)}
            >
              {(view) => detail?.(view)}
            </FlowDetail>
          )
        }
      />
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
