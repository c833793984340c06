import type { AnalysisQuestion } from '@amaan/contracts/crime/analysis-question';
import type { Position } from '@amaan/contracts/geometry';
import type { ReactNode } from 'react';
import type { DrawnLayer } from '../layers/drawn-layer.ts';
import type { ExportEntry } from '../picture/export-menu.tsx';
import type { Legend } from '../picture/legend.ts';
import type { AnalysisRun } from '../run/use-analysis.ts';
import type { MapLayerName } from './map-search.ts';

/** One thing that a layer shows, for the list beside the map. */
export interface LayerItem {
  readonly text: string;
  readonly position: Position;
}

/** A layer of the map while it is shown: what is drawn, what its colours mean, what it found in words. */
export interface LayerModel {
  readonly name: MapLayerName;
  /** Null: it is not an analysis. */
  readonly run: AnalysisRun<AnalysisQuestion['kind']> | null;
  readonly drawn: DrawnLayer | null;
  readonly legend: Legend | null;
  /** What it says, in one sentence. */
  readonly finding: string | null;
  readonly items: readonly LayerItem[];
  readonly formats: ExportEntry['formats'];
  /** Sentences about its data, where it is not an analysis, whose notes say them. */
  readonly notes?: readonly string[] | undefined;
  /** How it is made, to choose from; shown while it is computed and when it cannot be, too. */
  readonly choices?: ReactNode;
  /** More that one can do with it. */
  readonly more?: ReactNode;
  /** What is said of the shape at a place of its list. */
  readonly describe: (place: number) => string | null;
}
