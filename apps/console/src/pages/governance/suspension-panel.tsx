import type { SystemView } from '@amaan/contracts/api/system-view';
import type { Suspension } from '@amaan/contracts/governance/suspension';
import { Button } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../access.ts';
import { useFormat } from '../../format/use-format.ts';
import { useNow } from '../../format/use-now.ts';
import { pendingResumption } from './pending-resumption.ts';
import { SuspensionDialog } from './suspension-dialog.tsx';
import classes from './suspension-panel.module.css';

type SuspendedSystem = Pick<SystemView, 'id' | 'name' | 'suspension' | 'groupSuspensions'>;

/** The button that stops a system, for the heading of whatever shows one. */
export function SuspendButton({ system }: { system: SuspendedSystem }) {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (system.suspension !== null || !may('system.suspend')) return null;
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlayerPause size={16} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {t('governance.suspend')}
      </Button>
      {open && <SuspensionDialog system={system} suspension={null} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Where a system is suspended, why and by whom, and how far its end has come; nothing while it is not. */
export function SuspensionPanel({ system }: { system: SuspendedSystem }) {
  const all = [...(system.suspension ? [system.suspension] : []), ...system.groupSuspensions];
  if (all.length === 0) return null;
  return (
    <ul className={classes.list}>
      {all.map((suspension) => (
        <OneSuspension key={suspension.id} system={system} suspension={suspension} />
      ))}
    </ul>
  );
}

function OneSuspension({ system, suspension }: { system: SuspendedSystem; suspension: Suspension }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const now = useNow('ten-seconds');
  const [open, setOpen] = useState(false);
  const { cameraGroup, reason, source, by, at } = suspension;
  const pending = pendingResumption(suspension, now);
  return (
    <li className={classes.suspension}>
      <div role="status" className={classes.words}>
        <p dir="auto">
          {cameraGroup
            ? t('suspension.onGroup', {
                group: t('suspension.groupOfSite', { group: cameraGroup.name, site: cameraGroup.siteName }),
                reason,
              })
            : t('suspension.onAll', { reason })}
        </p>
        <p className="quiet">
          {t(`suspension.source.${source}`, { name: by.name })}, {format.dateTime(at)}
        </p>
        {pending && (
          <p dir="auto">
            {t('suspension.pending', {
              name: pending.requested.by.name,
              at: format.dateTime(pending.requested.at),
              reason: pending.requested.reason,
              until: format.dateTime(pending.lapsesAt),
            })}
          </p>
        )}
      </div>
      {may('system.resume') && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlayerPlay size={16} aria-hidden="true" />}
          onClick={() => setOpen(true)}
        >
          {pending ? t('suspension.confirm') : t('suspension.ask')}
        </Button>
      )}
      {open && <SuspensionDialog system={system} suspension={suspension} onClose={() => setOpen(false)} />}
    </li>
  );
}
