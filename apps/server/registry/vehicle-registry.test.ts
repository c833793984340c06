import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CsvVehicleRegistry } from './csv-vehicle-registry.ts';
import { HttpVehicleRegistry } from './http-vehicle-registry.ts';
import { openVehicleRegistry } from './open-vehicle-registry.ts';

const silent = pino({ level: 'silent' });

describe('a registry in a file', () => {
  let folder: string;
  const file = async (text: string) => {
    const path = join(folder, 'vehicles.csv');
    await writeFile(path, text);
    return path;
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'amaan-registry-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('keeps good lines and names each bad one with its number and reason', async () => {
    const path = await file(
      '\uFEFFPlate,class,Colour,make,state,FIR,emergency\nLEA-1234,car,white,"Suzuki, Mehran",registered,,\n\nx,car,,,\n,bus,,,\nABC 99,tank,,,\nlea1234,car,red,,\nXYZ-7,,,,stolen,123/26 Mozang,\nAMB1,bus,,,,,Yes\nAMB2,bus,,,,,perhaps\n',
    );
    const registry = await CsvVehicleRegistry.open(path, silent);
    expect(registry.peek('LEA1234')).toEqual({
      ...{ class: 'car', colour: 'white', make: 'Suzuki, Mehran', state: 'registered' },
      ...{ fir: null, emergency: false },
    });
    expect(await registry.lookup('XYZ7')).toMatchObject({ state: 'stolen', fir: '123/26 Mozang' });
    expect(registry.peek('AMB1')).toMatchObject({ class: 'bus', emergency: true });
    expect(registry.peek('ABC99')).toBeNull();
    expect(registry.size).toBe(3);
    expect(registry.badLines.map(({ line }) => line)).toEqual([4, 5, 6, 7, 10]);
    expect(registry.badLines[2]!.reason).toContain('class');
  });

  test.each([
    ['no such file', null],
    ['no column for plates', 'number,class\nLEA1234,car\n'],
    ['nothing in it', ''],
  ])('is refused with %s', async (_what, text) => {
    const path = text === null ? join(folder, 'none.csv') : await file(text);
    await expect(openVehicleRegistry(`file:${path}`, silent)).rejects.toMatchObject({
      code: 'REGISTRY_UNREADABLE',
    });
  });

  test.each(['ftp://x/{plate}', 'https://registry.example/vehicles'])('%s is no address', async (where) => {
    await expect(openVehicleRegistry(where, silent)).rejects.toMatchObject({
      code: 'REGISTRY_CONFIGURATION',
    });
  });
});

describe('a registry behind HTTP', () => {
  let server: Server;
  let address: string;
  let asked: string[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url!);
      if (request.url === '/LEA1234') response.end('{"class":"car","colour":"white"}');
      else if (request.url === '/BAD1') response.end('{"class":"tank"}');
      else if (request.url === '/LARGE1') response.end(`{"make":"${'x'.repeat(100_000)}"}`);
      else if (request.url !== '/SLOW1') response.writeHead(404).end();
    });
    await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/{plate}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test('answers once and is remembered, also what it does not know', async () => {
    asked = [];
    const clock = { now: 0 };
    const registry = new HttpVehicleRegistry(address, { now: () => clock.now });
    expect(registry.peek('LEA1234')).toBeUndefined();
    const both = await Promise.all([registry.lookup('LEA1234'), registry.lookup('LEA1234')]);
    expect(both[0]).toMatchObject({ class: 'car', colour: 'white', make: null, state: 'registered' });
    expect(await registry.lookup('NONE1')).toBeNull();
    expect([registry.peek('LEA1234')?.class, registry.peek('NONE1')]).toEqual(['car', null]);
    expect(asked).toEqual(['/LEA1234', '/NONE1']);
    clock.now = 7 * 60 * 60_000;
    expect(registry.peek('LEA1234')).toBeUndefined();
  });

  test.each(['SLOW1', 'BAD1', 'LARGE1'])('that fails with %s is left alone for a while', async (plate) => {
    asked = [];
    const clock = { now: 0 };
    const registry = new HttpVehicleRegistry(address, { timeoutMs: 200, now: () => clock.now });
    await expect(registry.lookup(plate)).rejects.toMatchObject({ code: 'REGISTRY_UNREADABLE' });
    await expect(registry.lookup('LEA1234')).rejects.toMatchObject({ code: 'REGISTRY_UNREADABLE' });
    clock.now = 31_000;
    expect(await registry.lookup('LEA1234')).toMatchObject({ class: 'car' });
    expect(asked).toEqual([`/${plate}`, '/LEA1234']);
  });
});
