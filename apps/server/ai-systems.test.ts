import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AiSystem } from '@amaan/contracts/ai-system';
import { readManifests } from '@amaan/vision/models/manifest';
import { describe, expect, test } from 'vitest';
import { AI_SYSTEMS } from './ai-systems.ts';

/** Traits of people that no system of this platform is about. */
const FORBIDDEN_PURPOSES = /emotion|ethnic|relig|gender|sex|age-|social-scor|predict/;

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

  test('names models only such as there are, and only when it is built', async () => {
    const manifests = (await readManifests()).map(({ id }) => id);
    expect(manifests).toEqual(expect.arrayContaining([...system.models]));
    if (!system.built) expect(system.models).toEqual([]);
  });
});
