import { DeniedSearches } from './denied-searches.ts';
import { FaceSearchService, type FaceSearchServiceOptions } from './face-search-service.ts';
import { type SearchLimitSettings, SearchLimits } from './search-limits.ts';
import { SearchRecords, type SearchRecordsOptions } from './search-records.ts';

export interface FaceSearchOptions extends Omit<FaceSearchServiceOptions, 'limits'>, SearchRecordsOptions {
  /** Left out: as documented. */
  readonly limits?: SearchLimitSettings;
}

/** Searches with pictures after the event, and what is on record of them. */
export interface FaceSearches {
  readonly searches: FaceSearchService;
  readonly records: SearchRecords;
  readonly denied: DeniedSearches;
}

export function createFaceSearches({ limits: settings, ...options }: FaceSearchOptions): FaceSearches {
  const { db, now } = options;
  const limits = new SearchLimits({ db, now, ...(settings !== undefined && { settings }) });
  return {
    searches: new FaceSearchService({ ...options, limits }),
    records: new SearchRecords(options),
    denied: new DeniedSearches(options),
  };
}
