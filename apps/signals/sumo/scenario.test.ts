import { rm, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { findScenario } from './scenario.ts';
import { configuration, DEMAND, ScenarioFolder } from './testing/small-scenario.ts';

test('finds the one scenario of a folder, with absolute files and its times', async () => {
  await using folder = await ScenarioFolder.with();
  expect(await findScenario(folder.path)).toEqual({
    configuration: folder.file('small.sumocfg'),
    network: folder.file('net.net.xml'),
    routes: [folder.file('cars.rou.xml')],
    additional: [],
    begin: 100,
    end: 500,
  });
});

test('reads abbreviations, several files, additional files and times of day', async () => {
  await using folder = await ScenarioFolder.with({
    'small.sumocfg': configuration(
      '<n value="net.net.xml"/><r v="cars.rou.xml, more.rou.xml"/><a value="lights.add.xml"/>',
      '<b value="0:16:00:00"/><end value="-1"/>',
    ),
    'more.rou.xml': '<routes/>',
    'lights.add.xml': '<additional/>',
  });
  expect(await findScenario(folder.path)).toMatchObject({
    routes: [folder.file('cars.rou.xml'), folder.file('more.rou.xml')],
    additional: [folder.file('lights.add.xml')],
    begin: 57_600,
    end: null,
  });
});

test('of several scenarios takes the one that is given', async () => {
  await using folder = await ScenarioFolder.with({ 'other.sumocfg': configuration() });
  await expect(findScenario(folder.path)).rejects.toMatchObject({
    code: 'SCENARIO_NOT_FOUND',
    message: expect.stringContaining('holds 2 scenarios'),
  });
  expect((await findScenario(folder.file('other.sumocfg'))).begin).toBe(100);
});

test('a folder without a configuration is its network and its demand, of numbered ones the first', async () => {
  await using folder = await ScenarioFolder.with({
    'small_2.rou.xml': DEMAND,
    'small_10.rou.xml': DEMAND,
    'lights.add.xml': '<additional/>',
  });
  await rm(folder.file('small.sumocfg'));
  await rm(folder.file('cars.rou.xml'));
  const scenario = {
    network: folder.file('net.net.xml'),
    additional: [folder.file('lights.add.xml')],
    begin: 0,
    end: null,
  };
  const first = [folder.file('small_2.rou.xml')];
  expect(await findScenario(folder.path)).toEqual({ configuration: null, ...scenario, routes: first });
  await writeFile(folder.file('buses.rou.xml'), DEMAND);
  expect((await findScenario(folder.path)).routes).toHaveLength(3);
  await writeFile(folder.file('other.net.xml'), '<net/>');
  await expect(findScenario(folder.path)).rejects.toMatchObject({ code: 'SCENARIO_NOT_FOUND' });
});

test.each([
  ['nothing at all', 'x.txt', 'text', 'SCENARIO_NOT_FOUND', null],
  [
    'XML that ends too early',
    'small.sumocfg',
    '<configuration><input>',
    'XML_BROKEN',
    'small.sumocfg cannot be read',
  ],
  ['an empty file', 'small.sumocfg', '', 'XML_BROKEN', 'it holds no element'],
  [
    'other XML',
    'small.sumocfg',
    '<html><body/></html>',
    'CONFIGURATION_INVALID',
    'small.sumocfg is no configuration',
  ],
  [
    'no network',
    'small.sumocfg',
    configuration('<route-files value="cars.rou.xml"/>'),
    'CONFIGURATION_INVALID',
    'names no network',
  ],
  [
    'no demand',
    'small.sumocfg',
    configuration('<net-file value="net.net.xml"/>'),
    'DEMAND_MISSING',
    'nobody would drive',
  ],
  [
    'a network that is not there',
    'small.sumocfg',
    configuration('<net-file value="gone.net.xml"/><route-files value="cars.rou.xml"/>'),
    'SCENARIO_INCOMPLETE',
    'names gone.net.xml, which is not there',
  ],
  [
    'a time that is none',
    'small.sumocfg',
    configuration(undefined, '<begin value="soon"/>'),
    'CONFIGURATION_INVALID',
    '"soon"',
  ],
])('%s is one clear sentence', async (_, name, content, code, part) => {
  await using folder = await ScenarioFolder.with({ [name]: content });
  const failure = findScenario(part === null ? `${folder.path}/nowhere` : folder.path);
  await expect(failure).rejects.toMatchObject({
    code,
    message: expect.stringContaining(part ?? 'There is no folder'),
  });
});
