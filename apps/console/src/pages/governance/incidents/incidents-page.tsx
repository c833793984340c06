import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import { Button, Modal, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { type Severity, SeverityMark } from '../../../components/severity-mark.tsx';
import { FlowForm } from '../flows/flow-form.tsx';
import { FlowPage } from '../flows/flow-page.tsx';
import { GovernanceFrame } from '../governance-frame.tsx';
import { IncidentFacts } from './incident-facts.tsx';
import { INCIDENT_KINDS, type IncidentKind } from './incident-search.ts';

const route = getRouteApi('/shell/governance/incidents');

/** Incidents, nonconformities and corrective actions: one way from the first to the last. */
export function IncidentsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { kind = 'incident', id } = route.useSearch();
  const navigate = route.useNavigate();
  const [acting, setActing] = useState<string | null>(null);
  const open = (nextKind: IncidentKind, nextId: string | undefined) =>
    void navigate({ search: (before) => ({ site: before.site, kind: nextKind, id: nextId }) as never });
  const mayWrite = may('incident.write');
  const severity = ({ body }: GovernanceRecord) => {
    const level = body.severity as Severity | undefined;
    return level === undefined ? null : <SeverityMark severity={level} />;
  };
  return (
    <GovernanceFrame title={t('incidents.title')} hint={t('incidents.hint')}>
      <FlowPage
        key={kind}
        kind={kind}
        selected={id}
        mayWrite={mayWrite}
        mayStep={mayWrite}
        onSelect={(next) => open(kind, next)}
        extraOf={severity}
        {...(kind === 'corrective-action' && { create: null })}
        tabs={
          <SegmentedControl
            value={kind}
            onChange={(next) => open(next as IncidentKind, undefined)}
            data={INCIDENT_KINDS.map((name) => ({ value: name, label: t(`incidents.kind.${name}`) }))}
          />
        }
        detail={({ record }) => (
          <>
            {kind === 'incident' && <IncidentFacts record={record} />}
            {kind === 'nonconformity' && mayWrite && record.closedAt === null && (
              <div>
                <Button
                  variant="default"
                  size="xs"
                  leftSection={<IconPlus size={16} aria-hidden="true" />}
                  onClick={() => setActing(record.id)}
                >
                  {t('incidents.open.corrective-action')}
                </Button>
              </div>
            )}
          </>
        )}
      />
      {acting !== null && (
        <Modal opened size="lg" onClose={() => setActing(null)} title={t('incidents.open.corrective-action')}>
          <FlowForm
            kind="corrective-action"
            given={{ nonconformityId: acting }}
            onSaved={(saved) => {
              setActing(null);
              open('corrective-action', saved.id);
            }}
            onClose={() => setActing(null)}
          />
        </Modal>
      )}
    </GovernanceFrame>
  );
}
