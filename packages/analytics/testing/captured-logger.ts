import { type Logger, pino } from 'pino';

export interface CapturedLogger {
  readonly logger: Logger;
  /** What was logged, one JSON text a line. */
  readonly lines: string[];
}

/** A logger of every level that keeps its lines. */
export function capturedLogger(): CapturedLogger {
  const lines: string[] = [];
  return { logger: pino({ level: 'trace' }, { write: (line: string) => lines.push(line) }), lines };
}
