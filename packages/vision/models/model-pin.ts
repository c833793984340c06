import { readFile, writeFile } from 'node:fs/promises';
import { Digest } from '@amaan/contracts/digest';
import { Instant } from '@amaan/contracts/instant';
import { z } from 'zod';
import { ModelError } from './model-error.ts';

/** What an administrator accepted at the first pull of a model whose digest nobody had published. */
export const ModelPin = z.object({ digest: Digest, source: z.string(), pinnedAt: Instant });
export type ModelPin = z.infer<typeof ModelPin>;

/**
 * The pin at `path`, or null when there is none.
 * @throws ModelError `MODEL_DIGEST_MISMATCH` when the pin cannot be read: without it nothing can be trusted.
 */
export async function readPin(path: string): Promise<ModelPin | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw cause;
  }
  try {
    return ModelPin.parse(JSON.parse(text));
  } catch (cause) {
    throw new ModelError(
      'MODEL_DIGEST_MISMATCH',
      `The pin ${path} is damaged, so the model beside it is not trusted. Delete its folder and pull the model again.`,
      { cause },
    );
  }
}

export async function writePin(path: string, pin: ModelPin): Promise<void> {
  await writeFile(path, `${JSON.stringify(pin, null, 2)}\n`);
}
