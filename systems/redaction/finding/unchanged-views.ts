import type { InferenceSession } from '@amaan/vision/sessions/open-session';
import type { OutputTensor } from '@amaan/vision/sessions/output-tensor';

/** Side of the squares that are compared, in pixels. */
const SQUARE = 16;
/** Of the rows of a square every so many one is read. */
const ROWS = 4;

/** A session that answers from memory where nothing changed; `beginPicture` before each picture of a recording. */
export interface RememberingSession extends InferenceSession {
  beginPicture(): void;
  /** Views that were looked at, and those answered from memory. */
  readonly counts: { looked: number; remembered: number };
}

/**
 * Before a fixed camera most views of a detector show the same as in the picture before. For each place in the order of
 * a picture's views it keeps the input that the model last saw there and what it answered; where no square of 16 × 16
 * pixels has since changed its mean by more than `tolerance`, that answer stands. Because it compares with what the
 * model saw, and not with the picture before, slow changes add up until they count.
 *
 * @param tolerance greatest change of a square's mean, in the model's input units.
 */
export function rememberViews(session: InferenceSession, tolerance: number): RememberingSession {
  const { width, height } = session.model.manifest.input;
  const memory: { means: Float32Array; outputs: OutputTensor[] }[] = [];
  const counts = { looked: 0, remembered: 0 };
  let place = 0;
  return {
    model: session.model,
    get claims() {
      return session.claims;
    },
    replacePermit: (token) => session.replacePermit(token),
    revoke: (permitId, cameras) => session.revoke(permitId, cameras),
    [Symbol.asyncDispose]: () => session[Symbol.asyncDispose](),
    counts,
    beginPicture() {
      place = 0;
    },
    async run(cameraId, input, size) {
      const at = place++;
      const means = squareMeans(input, size?.width ?? width, size?.height ?? height);
      const before = memory[at];
      if (before && isUnchanged(before.means, means, tolerance)) {
        counts.remembered += 1;
        return before.outputs;
      }
      const outputs = await session.run(cameraId, input, size);
      counts.looked += 1;
      memory[at] = { means, outputs };
      return outputs;
    },
  };
}

/** Means of the squares of each channel of a planar picture. */
function squareMeans(input: Float32Array, width: number, height: number): Float32Array {
  const across = Math.ceil(width / SQUARE);
  const down = Math.ceil(height / SQUARE);
  const rows = Math.floor(input.length / width);
  const means = new Float32Array(across * down * Math.ceil(rows / height));
  for (let row = 0; row < rows; row += ROWS) {
    const channel = Math.floor(row / height);
    const line = (channel * down + Math.floor((row % height) / SQUARE)) * across;
    const start = row * width;
    for (let square = 0; square < across; square++) {
      const end = Math.min(width, (square + 1) * SQUARE);
      let sum = 0;
      for (let x = square * SQUARE; x < end; x++) sum += input[start + x]!;
      means[line + square]! += (sum * ROWS) / (SQUARE * SQUARE);
    }
  }
  return means;
}

function isUnchanged(before: Float32Array, now: Float32Array, tolerance: number): boolean {
  if (before.length !== now.length) return false;
  for (let at = 0; at < now.length; at++) if (!(Math.abs(before[at]! - now[at]!) <= tolerance)) return false;
  return true;
}
