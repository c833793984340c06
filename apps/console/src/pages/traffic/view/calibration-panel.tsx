import type { CalibrationPreview } from '@amaan/contracts/traffic/api-traffic-view';
import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import parts from '../../../components/detail-parts.module.css';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { BudgetFacts } from './budget-facts.tsx';
import { DrawButton } from './draw-button.tsx';
import { NumberField } from './number-field.tsx';
import { type Tool, withShape } from './tool.ts';
import { type CalibrationDraft, type MarkPart, newCalibration, type ViewDraft } from './view-draft.ts';
import classes from './view-editor.module.css';

/** What the preview of the calibration says: nothing yet, what it is worth, or what is wrong with the marks. */
export interface PreviewState {
  readonly data: CalibrationPreview | undefined;
  readonly error: Error | null;
  readonly pending: boolean;
}

/** Marks of known distances, and what follows from them. */
export function CalibrationPanel({
  draft,
  tool,
  preview,
  onChange,
  onTool,
}: {
  draft: ViewDraft;
  tool: Tool | null;
  preview: PreviewState;
  onChange: (draft: ViewDraft) => void;
  onTool: (tool: Tool | null) => void;
}) {
  const { t } = useTranslation();
  const { calibration } = draft;
  const begin = (method: CalibrationDraft['method']) => {
    onChange({ ...draft, calibration: newCalibration(method) });
    onTool({ of: 'marks', part: method === 'rectangle' ? 'corners' : 'left' });
  };
  if (calibration === null)
    return (
      <section className={classes.group}>
        <h2>{t('traffic.view.calibration')}</h2>
        <p className="prose quiet">{t('traffic.view.calibrationNone')}</p>
        <div className={parts.actions}>
          <Button size="xs" variant="default" onClick={() => begin('rectangle')}>
            {t('traffic.view.byRectangle')}
          </Button>
          <Button size="xs" variant="default" onClick={() => begin('lane-marks')}>
            {t('traffic.view.byLaneMarks')}
          </Button>
        </div>
      </section>
    );
  const set = (change: Partial<CalibrationDraft>) =>
    onChange({ ...draft, calibration: { ...calibration, ...change } });
  const draw = (part: MarkPart) => {
    const own: Tool = { of: 'marks', part };
    const active = tool?.of === 'marks' && tool.part === part;
    return (
      <DrawButton
        label={t(`traffic.view.mark.${part}`)}
        shape={calibration[part]}
        active={active}
        removable
        onDraw={() => onTool(active ? null : own)}
        onRemove={() => onChange(withShape(draft, own, null))}
      />
    );
  };
  return (
    <section className={classes.group}>
      <h2>{t('traffic.view.calibration')}</h2>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('traffic.view.method')}
        value={calibration.method}
        data={[
          { value: 'rectangle', label: t('traffic.view.rectangle') },
          { value: 'lane-marks', label: t('traffic.view.laneMarks') },
        ]}
        onChange={(method) => {
          onTool(null);
          set({ method: method as CalibrationDraft['method'] });
        }}
      />
      {calibration.method === 'rectangle' ? (
        <>
          <p className="prose quiet">{t('traffic.view.rectangleHint')}</p>
          {draw('corners')}
          <div className={classes.fields}>
            <NumberField
              label={t('traffic.view.across')}
              value={calibration.acrossM}
              {...{ min: 0.1, max: 1000, step: 0.1, suffix: ' m' }}
              onChange={(acrossM) => set({ acrossM })}
            />
            <NumberField
              label={t('traffic.view.along')}
              value={calibration.alongM}
              {...{ min: 0.1, max: 1000, step: 0.5, suffix: ' m' }}
              onChange={(alongM) => set({ alongM })}
            />
          </div>
        </>
      ) : (
        <>
          <p className="prose quiet">{t('traffic.view.laneMarksHint')}</p>
          <div className={parts.actions}>
            {draw('left')}
            {draw('right')}
          </div>
          <div className={classes.fields}>
            <NumberField
              label={t('traffic.view.laneWidth')}
              value={calibration.laneWidthM}
              {...{ min: 0.1, max: 1000, step: 0.1, suffix: ' m' }}
              onChange={(laneWidthM) => set({ laneWidthM })}
            />
            <NumberField
              label={t('traffic.view.spacing')}
              value={calibration.spacingM}
              {...{ min: 0.1, max: 1000, step: 0.5, suffix: ' m' }}
              onChange={(spacingM) => set({ spacingM })}
            />
            <NumberField
              label={t('traffic.view.rightAhead')}
              value={calibration.rightAheadM}
              {...{ min: -1000, max: 1000, step: 0.5, suffix: ' m' }}
              onChange={(rightAheadM) => set({ rightAheadM: rightAheadM ?? 0 })}
            />
          </div>
        </>
      )}
      <div className={classes.fields}>
        <NumberField
          label={t('traffic.view.markError')}
          value={calibration.markErrorPx}
          {...{ min: 0.05, max: 20, step: 0.5, suffix: ' px' }}
          onChange={(markErrorPx) => set({ markErrorPx: markErrorPx ?? 1 })}
        />
        <NumberField
          label={t('traffic.view.footError')}
          value={calibration.footErrorPx}
          {...{ min: 0.05, max: 50, step: 0.5, suffix: ' px' }}
          onChange={(footErrorPx) => set({ footErrorPx: footErrorPx ?? 2 })}
        />
        <NumberField
          label={t('traffic.view.fastest')}
          value={calibration.fastestKmh}
          {...{ min: 20, max: 200, step: 10, suffix: ' km/h' }}
          onChange={(fastestKmh) => set({ fastestKmh: fastestKmh ?? 80 })}
        />
      </div>
      <div aria-live="polite" className={classes.group}>
        {preview.error ? (
          <ProblemLine error={preview.error} />
        ) : preview.data ? (
          <BudgetFacts budget={preview.data.budget} />
        ) : preview.pending ? (
          <Skeleton height={80} />
        ) : (
          <p className="quiet">{t('traffic.view.marksMissing')}</p>
        )}
      </div>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconTrash size={14} aria-hidden="true" />}
        onClick={() => {
          onTool(null);
          onChange({ ...draft, calibration: null });
        }}
      >
        {t('traffic.view.noCalibration')}
      </Button>
    </section>
  );
}
