import { parseChoice, parseText } from '../../../search-params.ts';

export const DATA_VIEWS = ['imports', 'offences', 'areas'] as const;

/** What of the data page the address says. */
export interface DataSearch {
  /** Left out: imports. */
  view?: (typeof DATA_VIEWS)[number];
  /** The import that is open; `new`: a file is being brought. */
  import?: string;
}

export function parseDataSearch(search: Record<string, unknown>): DataSearch {
  return { ...parseChoice(search, 'view', DATA_VIEWS), ...parseText(search, 'import') };
}
