/** What the colours of a time–space strip say. */
export const STRIP_MEASURES = ['level', 'speed', 'flow'] as const;
export type StripMeasure = (typeof STRIP_MEASURES)[number];
