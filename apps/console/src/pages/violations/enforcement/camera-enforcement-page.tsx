import type { Camera } from '@amaan/contracts/camera';
import type { CameraEnforcement } from '@amaan/contracts/violations/api-enforcement';
import { Button, Skeleton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowLeft, IconRoad, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { ApiProblem } from '../../../api/api-problem.ts';
import { camerasQuery } from '../../../api/cameras.ts';
import { cameraEnforcementQuery, enforcementKey, removeEnforcement } from '../../../api/enforcement.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import page from '../../traffic/lanes/lanes.module.css';
import { ViolationsFrame } from '../violations-frame.tsx';
import { StandingMark } from './enforcement-page.tsx';
import { EnforcementStanding } from './enforcement-standing.tsx';
import { PlanEditor } from './plan-editor.tsx';
import { PlanHistory } from './plan-history.tsx';

const route = getRouteApi('/shell/violations/enforcement/$cameraId');

/** What is enforced on one camera: drawn on its masked picture, how it stands, and all versions. */
export function CameraEnforcementPage() {
  return (
    <ViolationsFrame>
      <EnforcementOfCamera />
    </ViolationsFrame>
  );
}

function EnforcementOfCamera() {
  const { cameraId } = route.useParams();
  const cameras = useQuery(camerasQuery);
  const enforcement = useQuery(cameraEnforcementQuery(cameraId));
  const camera = cameras.data?.find(({ id }) => id === cameraId);
  const error =
    enforcement.error ??
    cameras.error ??
    (cameras.data && !camera ? new ApiProblem(404, 'CAMERA_NOT_FOUND', '') : null);
  if (camera && enforcement.data) return <OpenCamera camera={camera} enforcement={enforcement.data} />;
  return error ? (
    <ProblemNotice error={error} onRetry={() => void enforcement.refetch()} />
  ) : (
    <div className={page.page}>
      <Skeleton height={32} width={320} />
      <Skeleton height={420} />
    </div>
  );
}

function OpenCamera({ camera, enforcement }: { camera: Camera; enforcement: CameraEnforcement }) {
  const { t } = useTranslation();
  const may = useMay();
  const [removing, setRemoving] = useState(false);
  const { plan, view, stopped, history } = enforcement;
  return (
    <div className={page.page}>
      <Link to="/violations/enforcement" className={page.back}>
        <IconArrowLeft size={16} className="mirrored" aria-hidden="true" />
        {t('enforcement.title')}
      </Link>
      <header className={page.heading}>
        <h1>
          <bdi>{camera.name}</bdi>
        </h1>
        {plan === null ? (
          <span className="quiet">{t('enforcement.notEnforced')}</span>
        ) : (
          <StandingMark stopped={stopped} />
        )}
        {camera.simulated && <SimulatedMark />}
        <span className={page.grow} />
        {plan !== null && may('enforcement.change') && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconTrash size={16} aria-hidden="true" />}
            onClick={() => setRemoving(true)}
          >
            {t('enforcement.removePlan')}
          </Button>
        )}
      </header>
      {stopped !== null && (
        <p className={page.trouble} dir="auto">
          {stopped}
        </p>
      )}
      {plan !== null && view !== null && plan.view.version !== view.version && (
        <p className={page.warning}>{t('enforcement.viewMoved')}</p>
      )}
      {view === null ? (
        <EmptyNotice
          icon={<IconRoad />}
          title={t('enforcement.noLanes')}
          hint={t('enforcement.noLanesHint')}
          action={
            may('traffic.change') && (
              <Link to="/traffic/lanes/$cameraId/view" params={{ cameraId: camera.id }} className={page.link}>
                {t('enforcement.drawLanes')}
              </Link>
            )
          }
        />
      ) : (
        // A new version, saved here or elsewhere, is what one goes on from.
        <PlanEditor key={plan?.version ?? 0} camera={camera} enforcement={enforcement} view={view} />
      )}
      <EnforcementStanding enforcement={enforcement} />
      <PlanHistory history={history} />
      {removing && plan !== null && (
        <RemovePlan camera={camera} version={plan.version} onClose={() => setRemoving(false)} />
      )}
    </div>
  );
}

function RemovePlan({ camera, version, onClose }: { camera: Camera; version: number; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removeEnforcement(camera.id, version),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: enforcementKey });
      notifications.show({ message: t('enforcement.removed') });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t('enforcement.removeTitle', { camera: camera.name })}
      text={t('enforcement.removeText')}
      action={t('enforcement.removePlan')}
      pending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    />
  );
}
