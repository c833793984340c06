import { type ReactNode, type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CrimeMap, type CrimeMapHandle } from '../layers/crime-map.tsx';
import type { DrawnLayer } from '../layers/drawn-layer.ts';
import { AnalysisNotes } from '../notes/analysis-notes.tsx';
import { useNoteGroups } from '../notes/use-note-groups.ts';
import { useQuestionWords } from '../question/use-question-words.ts';
import type { ResultDetails } from '../run/use-analysis.ts';
import { type ExportEntry, ExportMenu } from './export-menu.tsx';
import type { Legend } from './legend.ts';
import { LegendView } from './legend-view.tsx';
import classes from './map-picture.module.css';
import { savePicture } from './save-picture.ts';

/** What a map is of. */
export interface PictureSite {
  readonly name: string;
  /** `[west, south, east, north]`; null: not known. */
  readonly bounds: readonly [number, number, number, number] | null;
}

const NO_LABELS: never[] = [];

/** One analysis on a map with its finding, legend, notes and ways to save it; more figures of it below. */
export function MapPicture({
  site,
  map: ownMap,
  details,
  name,
  title,
  subtitle,
  hint,
  legends,
  formats,
  layers,
  describe,
  side,
  children,
}: {
  site: PictureSite;
  /** For who brings places into view. */
  map?: RefObject<CrimeMapHandle | null>;
  details: ResultDetails;
  /** Of saved files, without an ending. */
  name: string;
  /** The finding. */
  title: string;
  /** More of it on a saved picture: the page says it elsewhere. */
  subtitle?: string;
  hint?: string;
  legends: readonly Legend[];
  formats: ExportEntry['formats'];
  layers: readonly DrawnLayer[];
  describe: (layer: string, place: number) => string | null;
  /** Beside the map, below the legend. */
  side?: ReactNode;
  children?: ReactNode;
}) {
  const { t, i18n } = useTranslation();
  const newMap = useRef<CrimeMapHandle>(null);
  const map = ownMap ?? newMap;
  const noteGroups = useNoteGroups();
  const questionWords = useQuestionWords();
  const save = async () => {
    const captured = await map.current?.capture();
    if (!captured) throw new Error('This browser draws no map.');
    await savePicture(name, {
      ...{ ...captured, title, legends },
      subtitle: [subtitle, questionWords(details.question.selection), hint].filter(Boolean).join(' · '),
      notes: noteGroups(details.notes).flatMap(({ sentences }) => sentences),
      simulated: details.simulated ? t('common.simulated') : null,
      direction: i18n.dir() as 'ltr' | 'rtl',
    });
  };
  return (
    <section className={classes.picture}>
      <header className={classes.heading}>
        <h2>{title}</h2>
        <span className={classes.grow} />
        <ExportMenu entries={[{ id: details.id, label: title, formats }]} onPicture={save} />
        {hint !== undefined && <p className="quiet">{hint}</p>}
      </header>
      <div className={classes.map}>
        <CrimeMap
          ref={map}
          layers={layers}
          labels={NO_LABELS}
          bounds={site.bounds}
          label={title}
          simulated={details.simulated}
          describe={describe}
        />
        <div className={classes.side}>
          {legends.map((legend) => (
            <LegendView key={legend.title} legend={legend} />
          ))}
          {side}
        </div>
      </div>
      {children}
      <AnalysisNotes details={details} />
    </section>
  );
}
