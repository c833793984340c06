import type { Position } from '@amaan/contracts/geometry';
import { Slider, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { AnalysisNotes } from '../notes/analysis-notes.tsx';
import { LegendView } from '../picture/legend-view.tsx';
import { AnalysisFrame } from '../run/analysis-frame.tsx';
import type { LayerModel } from './layer-model.ts';
import classes from './layer-panel.module.css';
import { FIRST_OPACITY } from './map-search.ts';

/** One layer beside the map: whether and how strongly it is drawn, what its colours mean, what it found, and from what. */
export function LayerPanel({
  model,
  opacity,
  onOpacity,
  onShow,
}: {
  model: LayerModel;
  /** 0–1; null: not shown. */
  opacity: number | null;
  /** In percent; null: not shown any more. */
  onOpacity: (opacity: number | null) => void;
  /** Brings a place into view. */
  onShow: (position: Position) => void;
}) {
  const { t } = useTranslation();
  const { name, run } = model;
  return (
    <section className={classes.layer} aria-label={t(`crimeMap.layer.${name}`)}>
      <Switch
        checked={opacity !== null}
        label={t(`crimeMap.layer.${name}`)}
        description={t(`crimeMap.about.${name}`)}
        onChange={({ currentTarget }) => onOpacity(currentTarget.checked ? FIRST_OPACITY : null)}
      />
      {opacity !== null && (
        <div className={classes.shown}>
          <OpacitySlider opacity={opacity} onOpacity={onOpacity} />
          {model.choices}
          {run === null ? (
            <>
              <LayerWords model={model} onShow={onShow} />
              {model.more}
            </>
          ) : (
            <AnalysisFrame
              run={run}
              compact
              about={{ title: t(`crimeMap.layer.${name}`), hint: t('crimeMap.computeHint') }}
            >
              {(_, details) => (
                <>
                  <LayerWords model={model} onShow={onShow} />
                  <AnalysisNotes details={details} folded />
                </>
              )}
            </AnalysisFrame>
          )}
        </div>
      )}
    </section>
  );
}

/** The address changes when it is let go; until then only the slider does. */
function OpacitySlider({ opacity, onOpacity }: { opacity: number; onOpacity: (opacity: number) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [moved, setMoved] = useState<number | null>(null);
  const value = moved ?? Math.round(opacity * 100);
  return (
    <Slider
      size="sm"
      min={0}
      max={100}
      step={5}
      thumbLabel={t('crimeMap.opacity')}
      label={(percent) => t('crimeMap.percent', { value: format.number(percent) })}
      value={value}
      onChange={setMoved}
      onChangeEnd={(percent) => {
        setMoved(null);
        onOpacity(percent);
      }}
    />
  );
}

function LayerWords({ model, onShow }: { model: LayerModel; onShow: (position: Position) => void }) {
  const { finding, legend, items, notes = [] } = model;
  return (
    <>
      {finding !== null && <p className={classes.finding}>{finding}</p>}
      {legend !== null && <LegendView legend={legend} />}
      {notes.map((note) => (
        <p key={note} className="quiet">
          {note}
        </p>
      ))}
      {items.length > 0 && (
        <ol className={classes.items}>
          {items.map(({ text, position }) => (
            <li key={text + position.join()}>
              <button type="button" onClick={() => onShow(position)}>
                {text}
              </button>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
