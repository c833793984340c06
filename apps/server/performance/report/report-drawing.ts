import type { PdfDrawing } from '../../pdf/pdf-thread.ts';
import type { ReportFacts } from './report-facts.ts';

/** What the thread of documents draws weekly reports with. */
export const REPORT_DRAWING: PdfDrawing<ReportFacts> = {
  module: new URL('./draw-report.ts', import.meta.url).href,
  drawnBy: 'drawReport',
};
