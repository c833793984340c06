import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { systemQuery } from '../../../api/lifecycle.ts';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useLocalText } from '../../../format/use-local-text.ts';
import { GovernanceFrame } from '../governance-frame.tsx';
import { StageMark } from '../stage-mark.tsx';
import { SuspendButton, SuspensionPanel } from '../suspension-panel.tsx';
import { useSystemName } from '../use-system-name.ts';
import { DriftSection } from './drift-section.tsx';
import { LifecycleSection } from './lifecycle-section.tsx';
import { ModelsSection } from './models-section.tsx';
import { OrganisationSection } from './organisation-section.tsx';
import { RecordsSection } from './records-section.tsx';
import { RegisterSection } from './register-section.tsx';
import classes from './system.module.css';
import { useScrollToPart } from './use-scroll-to-part.ts';
import { ValidationSection } from './validation-section.tsx';

/** One AI system: what it is, where it stands, what was measured, and who decided what. */
export function SystemPage() {
  const { systemId } = useParams({ from: '/shell/governance/systems/$systemId' });
  const { t } = useTranslation();
  const may = useMay();
  const nameOf = useSystemName();
  const localText = useLocalText();
  const { data: details, error, refetch } = useQuery(systemQuery(systemId));
  useScrollToPart(details !== undefined);
  if (details === undefined)
    return (
      <GovernanceFrame title={t('governance.systems')}>
        {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <Skeleton height={600} />}
      </GovernanceFrame>
    );
  const { system } = details;
  return (
    <GovernanceFrame
      title={nameOf(system)}
      hint={localText(system.about)}
      actions={
        <>
          <StageMark system={system} />
          <span className="quiet">{t(`governance.risk.${system.risk.tier}`)}</span>
          <span className="quiet">{t('governance.version', { version: system.version })}</span>
          <SuspendButton system={system} />
        </>
      }
    >
      <div className={classes.sections}>
        <div id="suspension">
          <SuspensionPanel system={system} />
        </div>
        <DriftSection drift={details.drift} />
        {may('lifecycle.read') && <LifecycleSection system={system} />}
        <ModelsSection system={system} />
        {may('lifecycle.read') && <ValidationSection systemId={system.id} />}
        <OrganisationSection details={details} />
        <RegisterSection system={system} />
        <RecordsSection details={details} />
      </div>
    </GovernanceFrame>
  );
}
