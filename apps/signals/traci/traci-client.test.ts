import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { commandBytes, FakeSumo, messageBytes, statusBytes } from './testing/fake-sumo.ts';
import { TraciClient } from './traci-client.ts';
import { COMMAND, TYPE, VARIABLE } from './traci-codes.ts';
import { TraciConnection } from './traci-connection.ts';

/** Runs something against a server that gives prepared answers. */
async function against<Result>(
  answers: readonly (readonly Buffer[] | null)[],
  work: (client: TraciClient, fake: FakeSumo) => Promise<Result>,
): Promise<Result> {
  await using fake = await FakeSumo.start(answers);
  await using connection = await TraciConnection.open(fake.port, AbortSignal.timeout(5000));
  return await work(new TraciClient(connection), fake);
}

/** One vehicle around a junction, as a context subscription gives it. */
function aroundBytes(): Buffer {
  return commandBytes(
    new ByteWriter()
      .byte(0x99)
      .text('C')
      .byte(0xa4)
      .byte(2)
      .int(1)
      .text('car-1')
      .byte(VARIABLE.speed)
      .byte(0)
      .byte(TYPE.double)
      .double(12.5)
      .byte(VARIABLE.lane)
      .byte(0)
      .byte(TYPE.text)
      .text('west_0'),
  );
}

describe('a client', () => {
  test('asks for the version', async () => {
    const version = commandBytes(new ByteWriter().byte(0).int(20).text('SUMO 1.15.0'));
    const told = await against([[messageBytes(statusBytes(0), version)]], (client) => client.version());
    expect(told).toEqual({ protocol: 20, name: 'SUMO 1.15.0' });
  });

  test('sets signals and steps in one message, and reads what it subscribed', async () => {
    const answer = messageBytes(
      statusBytes(COMMAND.setSignal),
      statusBytes(COMMAND.step),
      new ByteWriter().int(1).bytes(),
      aroundBytes(),
    );
    await against([[answer]], async (client, fake) => {
      const { around } = await client.step(new Map([['C', 'Gr']]), 101);
      expect(around.get('C')?.get('car-1')?.get(VARIABLE.speed)).toBe(12.5);
      expect(around.get('C')?.get('car-1')?.get(VARIABLE.lane)).toBe('west_0');
      const set = commandBytes(
        new ByteWriter()
          .byte(COMMAND.setSignal)
          .byte(VARIABLE.signalState)
          .text('C')
          .byte(TYPE.text)
          .text('Gr'),
      );
      const step = commandBytes(new ByteWriter().byte(COMMAND.step).double(101));
      expect(fake.received[0]).toEqual(Buffer.concat([set, step]));
    });
  });

  test('takes an answer that comes byte by byte', async () => {
    const whole = messageBytes(statusBytes(0), commandBytes(new ByteWriter().byte(0).int(20).text('SUMO')));
    const bytes = [...whole].map((byte) => Buffer.from([byte]));
    expect((await against([bytes], (client) => client.version())).protocol).toBe(20);
  });

  test('writes long commands with four bytes of length', async () => {
    const state = 'G'.repeat(300);
    const answer = messageBytes(
      statusBytes(COMMAND.setSignal),
      statusBytes(COMMAND.step),
      new ByteWriter().int(0).bytes(),
    );
    await against([[answer]], async (client, fake) => {
      await client.step(new Map([['C', state]]));
      const command = new ByteReader(fake.received[0]!).command();
      command.byte();
      command.byte();
      expect(command.text()).toBe('C');
      expect(command.value()).toBe(state);
    });
  });

  test('says SUMO’s own reason when it refuses', async () => {
    const answer = messageBytes(
      statusBytes(COMMAND.subscribeJunctionContext, 0xff, "Junction 'X' is not known"),
    );
    const asked = against([[answer]], (client) => client.subscribeVehiclesAround('X', 200, [VARIABLE.speed]));
    await expect(asked).rejects.toMatchObject({
      code: 'TRACI_REFUSED',
      message: expect.stringContaining("Junction 'X' is not known"),
    });
  });

  test.each([
    ['a closed connection', null, 'TRACI_CONNECTION_LOST'],
    ['an impossible length', [Buffer.from([0, 0, 0, 1])], 'TRACI_CONNECTION_LOST'],
    [
      'more than was asked for',
      [Buffer.concat([messageBytes(statusBytes(0)), Buffer.from([1])])],
      'TRACI_CONNECTION_LOST',
    ],
    ['an answer that ends too early', [messageBytes(statusBytes(0), Buffer.from([9, 0]))], 'TRACI_MALFORMED'],
  ])('%s is an error with a code', async (_, answer, code) => {
    await expect(against([answer], (client) => client.version())).rejects.toMatchObject({ code });
  });

  test('after a lost connection every further call says so at once', async () => {
    await against([null], async (client) => {
      await expect(client.version()).rejects.toMatchObject({ code: 'TRACI_CONNECTION_LOST' });
      await expect(client.step()).rejects.toMatchObject({ code: 'TRACI_CONNECTION_LOST' });
    });
  });

  test('gives up on a port that nobody opens', async () => {
    const { port } = await (async () => {
      await using fake = await FakeSumo.start([]);
      return { port: fake.port };
    })();
    await expect(TraciConnection.open(port, AbortSignal.timeout(200))).rejects.toMatchObject({
      code: 'TRACI_CONNECTION_LOST',
    });
  });
});

describe('bytes', () => {
  test('what is written is read again', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
        fc.double({ noNaN: true }),
        fc.string({ unit: 'grapheme' }),
        (int, double, text) => {
          const reader = new ByteReader(new ByteWriter().int(int).double(double).text(text).bytes());
          expect([reader.int(), reader.double(), reader.text(), reader.atEnd]).toEqual([
            int,
            double,
            text,
            true,
          ]);
        },
      ),
    );
  });

  test('no bytes lead a reader beyond their end', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const reader = new ByteReader(Buffer.from(bytes));
        try {
          while (!reader.atEnd) reader.value();
        } catch (error) {
          expect(error).toMatchObject({ code: 'TRACI_MALFORMED' });
        }
      }),
    );
  });
});
