import type { InstallProgress } from '@amaan/vision/models/install-progress';

/** Between two lines where stderr is no terminal (a log), in milliseconds. */
const LOG_INTERVAL_MS = 5_000;

export interface ProgressLine extends Disposable {
  readonly update: (progress: InstallProgress) => void;
}

/** One line on stderr that follows an installation: redrawn in a terminal, repeated now and then in a log. */
export function showProgress(title: string): ProgressLine {
  const terminal = process.stderr.isTTY;
  let lastShown = Number.NEGATIVE_INFINITY;
  let open = false;
  return {
    update: (progress) => {
      const now = performance.now();
      const due = progress.step !== 'download' || now - lastShown >= (terminal ? 100 : LOG_INTERVAL_MS);
      if (!due) return;
      lastShown = now;
      process.stderr.write(`${terminal ? '\r\u001b[K' : ''}amaan: ${title}: ${describe(progress)}`);
      if (!terminal) process.stderr.write('\n');
      open = terminal;
    },
    [Symbol.dispose]: () => {
      if (open) process.stderr.write('\n');
    },
  };
}

function describe({ step, receivedBytes, totalBytes }: InstallProgress): string {
  if (step === 'convert') return 'converting to ONNX …';
  if (step === 'done') return 'ready';
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  const percent = Math.min(100, Math.round((receivedBytes / totalBytes) * 100));
  return `${megabytes(receivedBytes)} of ${megabytes(totalBytes)} MB (${percent} %) …`;
}
