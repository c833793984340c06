import type { Camera } from '@amaan/contracts/camera';
import type { CameraTraffic } from '@amaan/contracts/traffic/api-traffic-view';
import type { PictureSize } from '@amaan/contracts/traffic/calibration';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { calibrationPreviewQuery, saveTrafficView, trafficKey } from '../../../api/traffic.ts';
import parts from '../../../components/detail-parts.module.css';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { LiveVideo } from '../../../live/live-video.tsx';
import { DrawingCanvas } from '../../../picture/drawing-canvas.tsx';
import { type DrawnLane, LaneShapes, Stroke } from '../parts/lane-shapes.tsx';
import { CalibrationLayer } from './calibration-layer.tsx';
import { CalibrationPanel } from './calibration-panel.tsx';
import { LanePanel } from './lane-panel.tsx';
import { nextTool, shapeOf, type Tool, withShape } from './tool.ts';
import {
  draftOfView,
  inputOfCalibration,
  inputOfView,
  type LaneDraft,
  newView,
  type ViewDraft,
} from './view-draft.ts';
import classes from './view-editor.module.css';

/** So long after the last change of a mark it is asked what the calibration is worth. */
const SETTLED_MS = 250;

/** The picture with lanes and calibration drawn on it, and everything that is said about them. */
export function ViewEditor({ camera, traffic }: { camera: Camera; traffic: CameraTraffic }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState<ViewDraft>(() =>
    traffic.view ? draftOfView(traffic.view) : { ...newView(), name: camera.name },
  );
  const [tool, setTool] = useState<Tool | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const picture = pictureOf(camera);
  const input = inputOfView(draft, picture);
  const preview = usePreview(camera.id, draft, picture);
  const save = useMutation({
    mutationFn: () =>
      saveTrafficView(camera.id, { view: input!, seen: traffic.view?.version ?? 0, note: note.trim() }),
    onSuccess: async () => {
      notifications.show({ message: t('traffic.view.saved') });
      await queryClient.invalidateQueries({ queryKey: trafficKey });
    },
  });

  const change = (next: ViewDraft) => {
    save.reset();
    setDraft(next);
  };
  const draw = (shape: ReturnType<typeof shapeOf>) => {
    if (!tool) return;
    const wasClosed = shapeOf(draft, tool).closed;
    const next = withShape(draft, tool, shape);
    change(next);
    if (shape.closed && !wasClosed) setTool(nextTool(next, tool));
  };

  return (
    <div className={classes.editor}>
      <div className={classes.picture}>
        <div className={classes.frame}>
          <LiveVideo
            camera={camera}
            boxes={false}
            overlay={(size) => (
              <>
                {preview.data && <CalibrationLayer {...preview.data} input={preview.input} size={size} />}
                <LaneShapes
                  lanes={draft.lanes.map(drawnLane)}
                  size={size}
                  chosen={chosen ?? undefined}
                  labels={tool === null}
                />
              </>
            )}
            layer={
              tool
                ? (size) => (
                    <DrawingCanvas
                      draft={shapeOf(draft, tool)}
                      size={size}
                      onChange={draw}
                      onCancel={() => setTool(null)}
                    >
                      {(points) => (
                        <Stroke
                          points={closesRound(tool) && points[0] ? [...points, points[0]] : points}
                          size={size}
                          look="marks"
                        />
                      )}
                    </DrawingCanvas>
                  )
                : undefined
            }
          />
        </div>
        <p className="prose quiet" role="status">
          {tool ? t(`traffic.view.drawing.${tool.part}`) : t('traffic.view.drawingNone')}
        </p>
      </div>
      <form
        className={classes.side}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (input) save.mutate();
        }}
      >
        <TextInput
          size="xs"
          label={t('traffic.view.name')}
          value={draft.name}
          maxLength={80}
          dir="auto"
          error={tried && draft.name.trim() === '' && t('traffic.view.needsName')}
          onChange={({ currentTarget }) => change({ ...draft, name: currentTarget.value })}
        />
        <CalibrationPanel draft={draft} tool={tool} preview={preview} onChange={change} onTool={setTool} />
        <LanePanel
          draft={draft}
          chosen={chosen}
          tool={tool}
          tried={tried}
          warnings={preview.data?.warnings ?? traffic.warnings}
          onChange={change}
          onChoose={setChosen}
          onTool={setTool}
        />
        <Textarea
          size="xs"
          label={t('traffic.view.note')}
          description={t('traffic.view.noteHint')}
          value={note}
          maxLength={500}
          autosize
          dir="auto"
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        {tried && !input && (
          <p className={classes.warning} role="alert">
            {t(draft.lanes.length === 0 ? 'traffic.view.needsLane' : 'traffic.view.needsMore')}
          </p>
        )}
        <ProblemLine error={save.error} />
        <div className={parts.actions}>
          <Button type="submit" loading={save.isPending}>
            {t('traffic.view.save')}
          </Button>
        </div>
      </form>
    </div>
  );
}

/** What the marks so far are worth; asked anew a moment after the last change, while the last answer stays. */
function usePreview(cameraId: string, draft: ViewDraft, picture: PictureSize) {
  const complete = useMemo(() => {
    const input = draft.calibration === null ? null : inputOfCalibration(draft.calibration, picture);
    return { input, lanes: inputOfView({ ...draft, calibration: null }, picture)?.lanes ?? [] };
  }, [draft, picture]);
  const key = JSON.stringify(complete);
  const [settled] = useDebouncedValue(key, SETTLED_MS);
  const { input, lanes } = JSON.parse(settled) as typeof complete;
  const { data, error, isFetching } = useQuery({
    ...calibrationPreviewQuery(cameraId, input, lanes),
    enabled: input !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const there = complete.input !== null && input !== null;
  return {
    data: there && !error ? data : undefined,
    error: there ? error : null,
    pending: complete.input !== null && (isFetching || settled !== key),
    input: there ? input : undefined,
  };
}

/** Size of the picture that marks are set on. A camera that has not sent one yet is taken to be of the common size. */
function pictureOf({ status }: Camera): PictureSize {
  return status && status.width >= 64 && status.height >= 64
    ? { width: status.width, height: status.height }
    : { width: 1280, height: 720 };
}

const closesRound = (tool: Tool) => tool.part === 'polygon' || tool.part === 'corners';

function drawnLane(lane: LaneDraft): DrawnLane {
  const points = (part: 'polygon' | 'travel' | 'countingLine' | 'stopLine' | 'exit') =>
    lane[part]?.closed ? lane[part].points : null;
  return {
    id: lane.id,
    name: lane.name,
    polygon: points('polygon'),
    travel: points('travel'),
    countingLine: points('countingLine'),
    stopLine: points('stopLine'),
    exit: points('exit'),
  };
}
