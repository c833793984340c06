import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { FlowPage } from '../flows/flow-page.tsx';
import { GovernanceFrame } from '../governance-frame.tsx';
import { AuditProgrammeView } from './audit-programme-view.tsx';
import { AuditSampleView } from './audit-sample-view.tsx';

const route = getRouteApi('/shell/governance/audits');

/** The internal audit programme, with samples of alerts that nobody could choose. */
export function AuditsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { id } = route.useSearch();
  const navigate = route.useNavigate();
  const select = (next: string | undefined) =>
    void navigate({ search: (before) => ({ site: before.site, id: next }) as never });
  return (
    <GovernanceFrame title={t('assurance.audits')} hint={t('assurance.auditsHint')}>
      <AuditProgrammeView onSelect={select} />
      <FlowPage
        kind="audit"
        selected={id}
        mayWrite={may('audit.write')}
        mayStep={may('audit.step')}
        onSelect={select}
        detail={({ record }) => <AuditSampleView record={record} mayWrite={may('audit.write')} />}
      />
    </GovernanceFrame>
  );
}
