import type { SystemView } from '@amaan/contracts/api/system-view';
import type { Suspension } from '@amaan/contracts/governance/suspension';
import { Select, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cameraGroupsQuery } from '../../api/camera-groups.ts';
import { resumeSystem, statusQuery, suspendSystem, systemsQuery } from '../../api/platform.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { useFormat } from '../../format/use-format.ts';
import { pendingResumption } from './pending-resumption.ts';

const SHORTEST_REASON = 3;
const EVERYWHERE = 'everywhere';

/**
 * Suspends an AI system, everywhere or on one group of cameras; or, where a suspension is given, asks for its
 * end or confirms what another person asked for. Each needs a reason, which is recorded.
 */
export function SuspensionDialog({
  system,
  suspension,
  onClose,
}: {
  system: Pick<SystemView, 'id' | 'name' | 'suspension' | 'groupSuspensions'>;
  suspension: Suspension | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [where, setWhere] = useState(EVERYWHERE);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { name } = system;
  const pending = suspension && pendingResumption(suspension, Date.now());
  const step = suspension === null ? 'suspend' : pending === null ? 'ask' : 'confirm';
  const change = useMutation({
    mutationFn: () => {
      const cameraGroupId =
        suspension === null ? (where === EVERYWHERE ? null : where) : (suspension.cameraGroup?.id ?? null);
      const body = { reason: reason.trim(), cameraGroupId };
      return (step === 'suspend' ? suspendSystem : resumeSystem)(system.id, body);
    },
    onSuccess: async () => {
      notifications.show({
        message: {
          suspend: t('governance.suspended', { name }),
          ask: t('suspension.asked', { name }),
          confirm: t('governance.resumed', { name }),
        }[step],
      });
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: systemsQuery.queryKey }),
        queryClient.invalidateQueries({ queryKey: statusQuery.queryKey }),
      ]);
      onClose();
    },
  });
  const tooShort = reason.trim().length < SHORTEST_REASON;
  const words = {
    suspend: {
      title: t('governance.suspendTitle', { name }),
      text: t('suspension.suspendText'),
      action: t('governance.suspend'),
    },
    ask: {
      title: t('suspension.askTitle', { name }),
      text: t('suspension.askText'),
      action: t('suspension.ask'),
    },
    confirm: {
      title: t('suspension.confirmTitle', { name }),
      text: t('governance.resumeText'),
      action: t('suspension.confirm'),
    },
  }[step];
  return (
    <ConfirmDialog
      {...words}
      pending={change.isPending}
      error={change.error}
      onConfirm={() => {
        setTried(true);
        if (!tooShort) change.mutate();
      }}
      onClose={onClose}
    >
      {step === 'suspend' && <WhereSelect system={system} value={where} onChange={setWhere} />}
      {pending && <AskedBy {...pending.requested} />}
      <Textarea
        label={t('governance.reason')}
        description={t('common.recorded')}
        value={reason}
        maxLength={500}
        rows={3}
        dir="auto"
        data-autofocus
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        error={tried && tooShort && t('governance.reasonNeeded')}
      />
    </ConfirmDialog>
  );
}

/** The places where the system is not suspended yet. */
function WhereSelect({
  system,
  value,
  onChange,
}: {
  system: Pick<SystemView, 'suspension' | 'groupSuspensions'>;
  value: string;
  onChange: (where: string) => void;
}) {
  const { t } = useTranslation();
  const { data: groups } = useQuery(cameraGroupsQuery);
  const stopped = new Set(system.groupSuspensions.map(({ cameraGroup }) => cameraGroup?.id));
  const open = (groups ?? []).filter(({ id, cameras }) => !stopped.has(id) && cameras > 0);
  return (
    <Select
      label={t('suspension.where')}
      value={value}
      allowDeselect={false}
      searchable={open.length > 8}
      onChange={(where) => where !== null && onChange(where)}
      data={[
        { value: EVERYWHERE, label: t('suspension.everywhere') },
        ...open.map(({ id, name, siteName }) => ({
          value: id,
          label: t('suspension.groupOfSite', { group: name, site: siteName }),
        })),
      ]}
    />
  );
}

function AskedBy({ by, at, reason }: { by: { name: string }; at: string; reason: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <p>
      {t('suspension.confirmText', { name: by.name, at: format.dateTime(at) })} <q dir="auto">{reason}</q>
    </p>
  );
}
