import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AiSystem } from '@amaan/contracts/ai-system';
import { readManifests } from '@amaan/vision/models/manifest';
import { describe, expect, test } from 'vitest';
import { AI_SYSTEMS } from './ai-systems.ts';

/** Traits of people that no system of this platform is about. */
const FORBIDDEN_PURPOSES = /emotion|ethnic|relig|gender|sex|age-|social-scor|predict/;

/** Not built, but `amaan` runs their models on files under the evaluation permit; the lifecycle's gate keeps them there. */
const ON_FILES_ALONE = new Set(['face-recognition', 'redaction']);

test('twelve AI systems are registered, each once', () => {
  expect(new Set(AI_SYSTEMS.map(({ id }) => id)).size).toBe(12);
});

describe.each(AI_SYSTEMS)('$id', (system) => {
  test('has a register entry that is complete, and a folder of its own with a model card', () => {
    expect(AiSystem.parse(system)).toEqual(system);
    expect(system.prohibited.length).toBeGreaterThan(0);
    expect(existsSync(join(import.meta.dirname, '../../systems', system.id, 'README.md'))).toBe(true);
  });

  test('is for nothing that this platform never does', () => {
    for (const purpose of system.purposes) expect(purpose).not.toMatch(FORBIDDEN_PURPOSES);
  });

  test('names models only such as there are, and, unless it runs them on files alone, only when it is built', async () => {
    const manifests = (await readManifests()).map(({ id }) => id);
    expect(manifests).toEqual(expect.arrayContaining([...system.models]));
    if (!system.built && !ON_FILES_ALONE.has(system.id)) expect(system.models).toEqual([]);
  });
});
