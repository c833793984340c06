import type { LocalText } from '@amaan/contracts/ai-system';
import type { Position } from '@amaan/contracts/geometry';
import type { Instant } from '@amaan/contracts/instant';

/** What a briefing says, ready to be drawn. Nobody but its author is in it. */
export interface BriefingFacts {
  readonly organisation: string;
  readonly site: string;
  /** The station area that it is for; null: the site. */
  readonly area: LocalText | null;
  readonly title: string;
  readonly remark: string;
  readonly simulated: boolean;
  readonly madeAt: Instant;
  readonly madeBy: string;
  /** Outlines of the station areas, for the maps. */
  readonly boundaries: readonly BriefingBoundary[];
  readonly sections: readonly BriefingSection[];
}

export interface BriefingBoundary {
  readonly name: string;
  readonly rings: readonly (readonly Position[])[];
  /** The one that the briefing is for. */
  readonly chosen: boolean;
}

/** One picture with what has to be said of it. */
export interface BriefingSection {
  readonly title: LocalText;
  /** Sentences of what is seen. */
  readonly lines: readonly LocalText[];
  readonly map: BriefingMap | null;
  /** 7 × 24 values from Monday; null: none. */
  readonly hours: readonly (readonly number[])[] | null;
  /** Counts by step; null: none. */
  readonly bars: { readonly values: readonly number[]; readonly first: string; readonly last: string } | null;
  readonly notes: readonly LocalText[];
}

/** Areas with colours, and what the colours mean. */
export interface BriefingMap {
  readonly shapes: readonly {
    readonly ring: readonly Position[];
    readonly fill: string;
    readonly outline: boolean;
  }[];
  readonly legend: readonly { readonly fill: string; readonly words: LocalText }[];
}
