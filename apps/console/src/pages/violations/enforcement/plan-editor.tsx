import type { Camera } from '@amaan/contracts/camera';
import type { TrafficView } from '@amaan/contracts/traffic/traffic-view';
import type { CameraEnforcement } from '@amaan/contracts/violations/api-enforcement';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  enforcementKey,
  enforcementPreviewQuery,
  proposeEnforcement,
  saveEnforcement,
} from '../../../api/enforcement.ts';
import parts from '../../../components/detail-parts.module.css';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { LiveVideo } from '../../../live/live-video.tsx';
import { DrawingCanvas } from '../../../picture/drawing-canvas.tsx';
import type { DrawnShape } from '../../../picture/drawn-shape.ts';
import { LaneShapes, Stroke } from '../../traffic/parts/lane-shapes.tsx';
import classes from '../../traffic/view/view-editor.module.css';
import { draftOfPlan, emptyShape, inputOfPlan, type PlanDraft, withRule, withShape } from './plan-draft.ts';
import { PlanProblems } from './plan-problems.tsx';
import { LampBox, PlanShapes } from './plan-shapes.tsx';
import { LAMPS, type RulePart } from './rule-kinds.ts';
import { RulePanel } from './rule-panel.tsx';

/** So long after the last change it is asked what is wrong with the plan. */
const SETTLED_MS = 300;

/** The masked picture with the lanes and the rules drawn on it, and everything that is said about the rules. */
export function PlanEditor({
  camera,
  enforcement,
  view,
}: {
  camera: Camera;
  enforcement: CameraEnforcement;
  /** The lanes in force, upon which rules stand. */
  view: TrafficView;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState<PlanDraft>(() =>
    enforcement.plan ? draftOfPlan(enforcement.plan) : { name: camera.name, rules: [] },
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const [drawn, setDrawn] = useState<RulePart | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const reference = { id: view.id, version: view.version };
  const input = inputOfPlan(draft, reference);
  const [settled] = useDebouncedValue(JSON.stringify(input), SETTLED_MS);
  const preview = useQuery({
    ...enforcementPreviewQuery(camera.id, JSON.parse(settled) as typeof input),
    enabled: settled !== 'null',
    placeholderData: keepPreviousData,
    retry: false,
  });
  const problems = input === null ? [] : (preview.data?.problems ?? enforcement.problems);
  const hasErrors = problems.some(({ severity }) => severity === 'error');
  const save = useMutation({
    mutationFn: () =>
      saveEnforcement(camera.id, {
        plan: input!,
        seen: enforcement.plan?.version ?? 0,
        note: note.trim(),
      }),
    onSuccess: async () => {
      notifications.show({ message: t('enforcement.saved') });
      await queryClient.invalidateQueries({ queryKey: enforcementKey });
    },
  });
  const propose = useMutation({
    mutationFn: () => proposeEnforcement(camera.id),
    onSuccess: ({ plan }) => {
      setDraft({ ...draftOfPlan(plan), name: draft.name });
      notifications.show({ message: t('enforcement.proposed') });
    },
  });
  const change = (next: PlanDraft) => {
    save.reset();
    setDraft(next);
  };
  const rule = draft.rules.find(({ id }) => id === chosen);
  const shape = rule && drawn !== null ? (rule.shapes[drawn] ?? emptyShape(drawn)) : null;
  const draw = (next: DrawnShape) => {
    if (!rule || drawn === null || shape === null) return;
    change(withRule(draft, rule.id, (before) => withShape(before, drawn, next)));
    if (next.closed && !shape.closed) setDrawn(null);
  };
  const lamp = LAMPS.find((each) => each === drawn);
  return (
    <div className={classes.editor}>
      <div className={classes.picture}>
        <div className={classes.frame}>
          <LiveVideo
            camera={camera}
            boxes={false}
            overlay={(size) => (
              <>
                <LaneShapes
                  lanes={view.lanes.map((lane) => ({
                    ...lane,
                    exit: null,
                    countingLine: null,
                    stopLine: null,
                  }))}
                  size={size}
                  labels={drawn === null}
                />
                <PlanShapes draft={draft} size={size} chosen={chosen} />
              </>
            )}
            layer={
              shape !== null
                ? (size) => (
                    <DrawingCanvas draft={shape} size={size} onChange={draw} onCancel={() => setDrawn(null)}>
                      {(points) =>
                        lamp !== undefined ? (
                          <LampBox lamp={lamp} points={points} size={size} />
                        ) : (
                          <Stroke
                            points={drawn === 'zone' && points[0] ? [...points, points[0]] : points}
                            size={size}
                            look="marks"
                          />
                        )
                      }
                    </DrawingCanvas>
                  )
                : undefined
            }
          />
        </div>
        <p className="prose quiet" role="status">
          {drawn === null ? t('enforcement.drawingNone') : t(`enforcement.drawing.${wordsFor(drawn)}`)}
        </p>
      </div>
      <form
        className={classes.side}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (input && !hasErrors) save.mutate();
        }}
      >
        <TextInput
          size="xs"
          label={t('enforcement.name')}
          value={draft.name}
          maxLength={80}
          dir="auto"
          error={tried && draft.name.trim() === '' && t('enforcement.needs.no-name')}
          onChange={({ currentTarget }) => change({ ...draft, name: currentTarget.value })}
        />
        <PlanProblems problems={problems.filter(({ ruleId }) => ruleId === null)} />
        <RulePanel
          draft={draft}
          lanes={view.lanes}
          chosen={chosen}
          drawn={drawn}
          tried={tried}
          problems={problems}
          proposing={propose.isPending}
          onChange={change}
          onChoose={setChosen}
          onDraw={setDrawn}
          onPropose={() => propose.mutate()}
        />
        <ProblemLine error={propose.error} />
        <Textarea
          size="xs"
          label={t('enforcement.note')}
          description={t('enforcement.noteHint')}
          value={note}
          maxLength={500}
          autosize
          dir="auto"
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        {tried && (input === null || hasErrors) && (
          <p className={classes.warning} role="alert">
            {t(
              draft.rules.length === 0
                ? 'enforcement.needsRule'
                : input === null
                  ? 'enforcement.needsMore'
                  : 'enforcement.hasErrors',
            )}
          </p>
        )}
        <ProblemLine error={save.error ?? (settled === 'null' ? null : preview.error)} />
        <div className={parts.actions}>
          <Button type="submit" loading={save.isPending}>
            {t('enforcement.save')}
          </Button>
        </div>
      </form>
    </div>
  );
}

/** Which sentence says how a part is drawn. */
function wordsFor(part: RulePart): 'entry' | 'exit' | 'line' | 'solid' | 'zone' | 'lamp' {
  if (part.startsWith('exit-')) return 'exit';
  if (part === 'entry' || part === 'line' || part === 'solid' || part === 'zone') return part;
  return 'lamp';
}
