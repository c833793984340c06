import { chmod, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { SumoProcess } from './sumo-process.ts';
import { ScenarioFolder } from './testing/small-scenario.ts';

test('a SUMO that is not installed is one sentence that says how to get it', async () => {
  await expect(SumoProcess.start([], '/nowhere/sumo')).rejects.toMatchObject({
    code: 'SUMO_MISSING',
    message: expect.stringContaining('./amaan doctor --install'),
  });
});

test('a SUMO that ends at once says its own reason', async () => {
  await using folder = await ScenarioFolder.with({
    'sumo.sh': '#!/bin/sh\necho "Error: The port is in use." >&2\nexit 1\n',
  });
  const program = folder.file('sumo.sh');
  await chmod(program, 0o755);
  await expect(SumoProcess.start([], program)).rejects.toMatchObject({
    code: 'SUMO_FAILED',
    message: 'SUMO did not start: The port is in use.',
  });
  await writeFile(program, '#!/bin/sh\nexit 3\n');
  await expect(SumoProcess.start([], program)).rejects.toMatchObject({
    code: 'SUMO_FAILED',
    message: 'SUMO did not start: it gave no reason.',
  });
});
