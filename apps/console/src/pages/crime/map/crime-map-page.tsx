import type { IncidentSelection } from '@amaan/contracts/crime/analysis-question';
import { getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { CrimeFrame } from '../crime-frame.tsx';
import { CrimeMap, type CrimeMapHandle } from '../layers/crime-map.tsx';
import { useNoteGroups } from '../notes/use-note-groups.ts';
import { ExportMenu } from '../picture/export-menu.tsx';
import { savePicture } from '../picture/save-picture.ts';
import { CrimePageBody } from '../question/crime-page-body.tsx';
import { type CrimeSelectionState, useCrimeSelection } from '../question/use-crime-selection.ts';
import { useQuestionWords } from '../question/use-question-words.ts';
import classes from './crime-map-page.module.css';
import type { LayerModel } from './layer-model.ts';
import { LayerPanel } from './layer-panel.tsx';
import { type MapLayerName, type MapSearch, withLayer } from './map-search.ts';
import { NewestDensity } from './newest-density.tsx';
import { useMapLayers } from './use-map-layers.ts';

const route = getRouteApi('/shell/crime/map');

/** Where reported incidents gather: layers over the roads, a time to choose, and everything from which it was made. */
export function CrimeMapPage() {
  const may = useMay();
  return <CrimeFrame>{may('crime-incident.read') ? <MapView /> : <NewestDensity />}</CrimeFrame>;
}

function MapView() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const state = useCrimeSelection(search);
  const change = (changes: { [Key in keyof MapSearch]?: MapSearch[Key] | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...changes }) as MapSearch, replace: true });
  return (
    <CrimePageBody search={search} state={state} fill onChange={change}>
      {(selection) => (
        <MapWithPanel
          search={search}
          state={state}
          selection={selection}
          onLayer={(name, opacity) => change({ layers: withLayer(search, name, opacity) })}
        />
      )}
    </CrimePageBody>
  );
}

function MapWithPanel({
  search,
  state: { siteId, siteName, summary },
  selection,
  onLayer,
}: {
  search: MapSearch;
  state: CrimeSelectionState;
  selection: IncidentSelection;
  onLayer: (name: MapLayerName, opacity: number | null) => void;
}) {
  const { t, i18n } = useTranslation();
  const map = useRef<CrimeMapHandle>(null);
  const { layers, labels } = useMapLayers(search, siteId, selection);
  const questionWords = useQuestionWords();
  const noteGroups = useNoteGroups();
  const shown = layers.filter(({ opacity }) => opacity !== null).map(({ model }) => model);
  const drawn = shown.flatMap((model) => model.drawn ?? []);
  const answers = shown.flatMap(({ run }) =>
    run?.details?.result != null && !run.stale ? [run.details] : [],
  );
  // What is drawn is of the selection, and that never mixes the two.
  const { simulated } = selection;
  const title = t('crimeMap.title', { site: siteName });
  const describe = (layer: string, place: number) =>
    layers.find(({ model }) => model.name === layer)?.model.describe(place) ?? null;
  const save = async () => {
    const captured = await map.current?.capture();
    if (!captured) throw new Error('This browser draws no map.');
    const notes = noteGroups(answers.flatMap((details) => details.notes)).flatMap(
      ({ sentences }) => sentences,
    );
    await savePicture(`${siteName}-crime-map`, {
      ...{ ...captured, title, subtitle: questionWords(selection) },
      legends: shown.flatMap(({ legend }) => legend ?? []),
      notes: [...new Set([...notes, ...shown.flatMap((model) => ownNotes(model))])],
      simulated: simulated ? t('common.simulated') : null,
      direction: i18n.dir() as 'ltr' | 'rtl',
    });
  };
  return (
    <div className={classes.page}>
      <CrimeMap
        ref={map}
        key={siteId}
        layers={drawn}
        labels={labels}
        bounds={summary?.bounds ?? null}
        label={title}
        simulated={simulated}
        describe={describe}
      />
      <aside className={classes.panel} aria-label={t('crimeMap.panel')}>
        <div className={classes.heading}>
          <h1>{t('crimeMap.layers')}</h1>
          <ExportMenu
            onPicture={save}
            entries={shown.flatMap(({ name, run, formats }) =>
              run?.details?.state === 'done'
                ? [{ id: run.details.id, label: t(`crimeMap.layer.${name}`), formats }]
                : [],
            )}
          />
        </div>
        {/* What lies on top stands on top. */}
        {layers.toReversed().map(({ model, opacity }) => (
          <LayerPanel
            key={model.name}
            model={model}
            opacity={opacity}
            onOpacity={(percent) => onLayer(model.name, percent)}
            onShow={(position) => map.current?.show(position)}
          />
        ))}
        <p className="quiet prose">{t('crimeMap.placesOnly')}</p>
      </aside>
    </div>
  );
}

/** What a layer says of itself that no analysis says for it. */
function ownNotes({ run, finding, notes = [] }: LayerModel): readonly string[] {
  return run === null && notes.length > 0 && finding !== null ? [finding, ...notes] : notes;
}
