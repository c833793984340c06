import type { Camera } from '@amaan/contracts/camera';
import { Button, Skeleton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowLeft, IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../access.ts';
import { ApiProblem } from '../../api/api-problem.ts';
import { camerasQuery, removeCamera } from '../../api/cameras.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { CameraMark, SimulatedMark } from '../../components/status-marks.tsx';
import { LiveUnmasking } from '../../unmasking/live-unmasking.tsx';
import { CameraDetails } from './camera-details.tsx';
import { CameraForm } from './camera-form.tsx';
import classes from './camera-page.module.css';
import { RuleEditor } from './rules/rule-editor.tsx';
import { RulesWithoutPicture } from './rules/rules-without-picture.tsx';

const route = getRouteApi('/shell/cameras/$cameraId');

/** One camera: its live picture with its rules on it, and everything that can be changed. */
export function CameraPage() {
  const { cameraId } = route.useParams();
  const { data: cameras, error, refetch } = useQuery(camerasQuery);
  const camera = cameras?.find(({ id }) => id === cameraId);
  if (camera) return <CameraView key={camera.id} camera={camera} />;
  if (cameras) return <ProblemNotice error={new ApiProblem(404, 'CAMERA_NOT_FOUND', '')} />;
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  return <Skeleton className={classes.loading} />;
}

function CameraView({ camera }: { camera: Camera }) {
  const { t } = useTranslation();
  const may = useMay();
  const [dialog, setDialog] = useState<'edit' | 'remove' | null>(null);
  return (
    <div className={classes.page}>
      <header className={classes.heading}>
        <Link to="/cameras" className={classes.back}>
          <IconArrowLeft size={16} className="mirrored" aria-hidden="true" />
          {t('cameras.backToList')}
        </Link>
        <h1>
          <bdi>{camera.name}</bdi>
        </h1>
        <CameraMark camera={camera} />
        {camera.simulated && <SimulatedMark />}
        <span className={classes.grow} />
        {may('camera.change') && !camera.simulated && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPencil size={16} aria-hidden="true" />}
            onClick={() => setDialog('edit')}
          >
            {t('cameras.edit')}
          </Button>
        )}
        {may('camera.remove') && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconTrash size={16} aria-hidden="true" />}
            onClick={() => setDialog('remove')}
          >
            {t('cameras.remove')}
          </Button>
        )}
      </header>
      {camera.status?.error && (
        <p className={classes.trouble} role="status" dir="auto">
          {camera.status.error.message} <span className="quiet mono ltr">{camera.status.error.code}</span>
        </p>
      )}
      {camera.status?.inferenceDenied && (
        <p className={classes.denied} role="status">
          {t('live.inferenceDenied', { reason: camera.status.inferenceDenied })}
        </p>
      )}
      {may('camera.watch') && !camera.simulated && <LiveUnmasking cameraId={camera.id} />}
      {may('camera.watch') ? <RuleEditor camera={camera} /> : <RulesWithoutPicture camera={camera} />}
      <CameraDetails camera={camera} />
      {dialog === 'edit' && <CameraForm camera={camera} onClose={() => setDialog(null)} />}
      {dialog === 'remove' && <RemoveDialog camera={camera} onClose={() => setDialog(null)} />}
    </div>
  );
}

function RemoveDialog({ camera, onClose }: { camera: Camera; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removeCamera(camera.id),
    onSuccess: async () => {
      notifications.show({ message: t('cameras.removed', { name: camera.name }) });
      await navigate({ to: '/cameras' });
      await queryClient.invalidateQueries({ queryKey: camerasQuery.queryKey });
    },
  });
  return (
    <ConfirmDialog
      title={t('cameras.removeTitle', { name: camera.name })}
      text={t('cameras.removeText')}
      action={t('cameras.remove')}
      pending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    />
  );
}
