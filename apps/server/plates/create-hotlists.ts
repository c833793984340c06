import { HotlistImportService } from './hotlist-import-service.ts';
import { HotlistMatcher, type HotlistMatcherOptions } from './hotlist-matcher.ts';
import { HotlistService } from './hotlist-service.ts';

/** Hotlists: people's side, files of them, and the matching of reads. */
export interface Hotlists {
  readonly service: HotlistService;
  readonly imports: HotlistImportService;
  readonly matcher: HotlistMatcher;
}

/** The caller owns the matcher. */
export function createHotlists(options: HotlistMatcherOptions): Hotlists {
  const matcher = new HotlistMatcher(options);
  const service = new HotlistService({ ...options, matcher });
  return { service, imports: new HotlistImportService({ hotlists: service, now: options.now }), matcher };
}
