import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readNetwork } from './network.ts';
import { signalLinksOf } from './signal-links.ts';
import { crossingNetwork, ScenarioFolder } from './testing/small-scenario.ts';

test('reads lanes, ways, programme and conflicts, packed or not', async () => {
  await using folder = await ScenarioFolder.with({ 'packed.net.xml.gz': gzipSync(crossingNetwork()) });
  for (const name of ['net.net.xml', 'packed.net.xml.gz']) {
    const network = await readNetwork(folder.file(name));
    expect(network.lanes.get('west_0')).toMatchObject({ length: 195, speed: 13.89, edge: 'west' });
    const [signal, ...others] = signalLinksOf(network);
    expect(others).toEqual([]);
    expect(signal!.links.map(({ index }) => index)).toEqual([0, 1]);
    expect([...signal!.foes].sort()).toEqual(['0,1', '1,0']);
    expect(signal!.junctions).toEqual(['C']);
    expect(signal!.programme.phases.map(({ state }) => state).join(' ')).toBe('Gr yr rr rG ry rr');
  }
});

test('of several programmes the last counts, also one of an additional file', async () => {
  const other =
    '<additional><tlLogic id="C" programID="1" type="static"><phase duration="9" state="GG"/></tlLogic></additional>';
  await using folder = await ScenarioFolder.with({ 'lights.add.xml': other });
  const network = await readNetwork(folder.file('net.net.xml'), [folder.file('lights.add.xml')]);
  expect(network.programmes.get('C')?.phases).toEqual([{ duration: 9, state: 'GG', minimum: null }]);
});

test.each([
  [
    'half a network',
    crossingNetwork().slice(0, 900),
    'XML_BROKEN',
    /^net\.net\.xml cannot be read: .+ \(line \d+\)\.$/,
  ],
  ['a damaged gzip', gzipSync(crossingNetwork()).subarray(0, 400), 'XML_BROKEN', /gzip is damaged/],
  ['other XML', '<routes/>', 'NETWORK_INVALID', /no network of SUMO/],
  ['no XML', 'PK\u0003\u0004', 'XML_BROKEN', /cannot be read/],
  [
    'a lane without length',
    crossingNetwork().replace('length="195.00"', ''),
    'NETWORK_INVALID',
    /a lane without length/,
  ],
  [
    'a length that is none',
    crossingNetwork().replace('195.00', 'long'),
    'NETWORK_INVALID',
    /whose length is "long"/,
  ],
])('%s is one clear sentence', async (_, content, code, message) => {
  await using folder = await ScenarioFolder.with({ 'net.net.xml': content });
  await expect(readNetwork(folder.file('net.net.xml'))).rejects.toMatchObject({
    code,
    message: expect.stringMatching(message),
  });
});
