import type { SystemView } from '@amaan/contracts/api/system-view';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../components/mark.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useNow } from '../../format/use-now.ts';
import { StageMark } from './stage-mark.tsx';
import classes from './systems.module.css';
import { useSystemName } from './use-system-name.ts';

/** One AI system of the register, in one line: the page behind it tells the rest. */
export function SystemRow({ system }: { system: SystemView }) {
  const { t } = useTranslation();
  const nameOf = useSystemName();
  return (
    <li>
      <Link
        to="/governance/systems/$systemId"
        params={{ systemId: system.id }}
        className={classes.row}
        data-built={system.built || undefined}
      >
        <strong className={classes.name}>{nameOf(system)}</strong>
        <span>
          <StageMark system={system} />
        </span>
        <span className="quiet">{t(`governance.risk.${system.risk.tier}`)}</span>
        <span>
          <PermitMark system={system} />
        </span>
        <span className={classes.open}>
          <OpenItems system={system} />
        </span>
      </Link>
    </li>
  );
}

/** Whether the system may run now. Only what could run and may not is worth a colour. */
function PermitMark({ system: { built, models, stage, permit } }: { system: SystemView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow('ten-seconds');
  if (!built) return <span className="quiet">{t('lifecycle.notBuilt')}</span>;
  if (models.length === 0) return <span className="quiet">{t('lifecycle.needsNoPermit')}</span>;
  const left = permit && permit.revokedAt === null ? Date.parse(permit.expiresAt) - now : 0;
  if (left > 0)
    return (
      <Mark shape="circle" tone="good">
        {t('governance.permitLeft', { left: format.span(left) })}
      </Mark>
    );
  const running = stage === 'pilot' || stage === 'operational';
  return (
    <Mark shape="square" tone={running ? 'suspended' : 'quiet'}>
      {t('governance.noPermit')}
    </Mark>
  );
}

function OpenItems({ system: { openItems, groupSuspensions } }: { system: SystemView }) {
  const { t } = useTranslation();
  const { incidents, risks, requested } = openItems;
  return (
    <>
      {requested && (
        <Mark shape="triangle" tone="high">
          {t('lifecycle.asksFor', { stage: t(`governance.stage.${requested}`) })}
        </Mark>
      )}
      {incidents > 0 && (
        <Mark shape="triangle" tone="medium">
          {t('lifecycle.openIncidents', { count: incidents })}
        </Mark>
      )}
      {risks > 0 && (
        <Mark shape="diamond" tone="medium">
          {t('lifecycle.openRisks', { count: risks })}
        </Mark>
      )}
      {groupSuspensions.length > 0 && (
        <Mark shape="square" tone="suspended">
          {t('lifecycle.groupsSuspended', { count: groupSuspensions.length })}
        </Mark>
      )}
    </>
  );
}
