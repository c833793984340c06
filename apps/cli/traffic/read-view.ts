import { readFile } from 'node:fs/promises';
import { AmaanError } from '@amaan/contracts/problem';
import { type CheckedTrafficView, TrafficViewInput } from '@amaan/contracts/traffic/traffic-view';
import { checkView } from '@amaan/traffic-management/measuring/check-view';

export type ViewFileErrorCode = 'VIEW_NOT_READ' | 'VIEW_NOT_JSON' | 'VIEW_WRONG';

/** A file that holds no traffic view. */
export class ViewFileError extends AmaanError {
  declare readonly code: ViewFileErrorCode;

  constructor(code: ViewFileErrorCode, message: string, options?: ErrorOptions) {
    super(code, message, options);
  }
}

/**
 * Reads a traffic view: lanes, lines and calibration as `TrafficViewInput` describes them, in JSON.
 *
 * @throws ViewFileError, or CalibrationError for marks that no calibration follows from.
 */
export async function readView(path: string): Promise<CheckedTrafficView> {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new ViewFileError('VIEW_NOT_READ', `The view ${path} cannot be read: it is missing, or no file.`, {
      cause: error,
    });
  });
  const parsed = TrafficViewInput.safeParse(parseJson(text, path));
  if (parsed.success) return checkView(parsed.data);
  const [issue] = parsed.error.issues;
  const where = issue?.path.map(String).join('.') || 'the view';
  throw new ViewFileError('VIEW_WRONG', `${path} is no traffic view: ${where}: ${issue?.message}.`);
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ViewFileError('VIEW_NOT_JSON', `${path} is no JSON.`, { cause: error });
  }
}
