import { capturedLogger } from '@amaan/analytics/testing/captured-logger';
import type { Bus, BusMessage } from '@amaan/bus/bus';
import { BusError } from '@amaan/bus/bus-error';
import { inProcessBus } from '@amaan/bus/in-process-bus';
import { SUBJECTS } from '@amaan/contracts/worker-messages';
import { describe, expect, test } from 'vitest';
import { ReportOutbox } from './report-outbox.ts';
import { sampleDenial } from './testing/sample-reports.ts';

const QUICK = { retryMs: { first: 1, longest: 2 }, drainMs: 20 };

/** A bus on which `publish` does as it is told; nothing else is used. */
function busOf(publish: (messages: readonly BusMessage[]) => Promise<void>): Bus {
  return { publish: (_subject: string, messages: readonly BusMessage[]) => publish(messages) } as Bus;
}

const gone = () => new BusError('BUS_DISCONNECTED', 'The bus is closed.');

test('delivers every report in order, under the key by which it is known again', async () => {
  await using bus = inProcessBus();
  const arrived: BusMessage[] = [];
  bus.consume(SUBJECTS.reports, async (messages) => {
    arrived.push(...messages);
  });
  await using outbox = new ReportOutbox(bus, capturedLogger().logger, { batch: 7 });
  const reports = Array.from({ length: 50 }, () => sampleDenial());
  for (const report of reports) outbox.add(report);
  await outbox.drained();
  expect(arrived).toEqual(reports.map((report) => ({ id: report.denial.id, payload: report })));
});

test('sends again what was not taken, in the same order', async () => {
  const attempts: string[][] = [];
  const bus = busOf(async (messages) => {
    attempts.push(messages.map(({ id }) => id));
    if (attempts.length <= 3) throw gone();
  });
  const { logger, lines } = capturedLogger();
  await using outbox = new ReportOutbox(bus, logger, { ...QUICK, batch: 2 });
  const reports = Array.from({ length: 3 }, () => sampleDenial());
  for (const report of reports) outbox.add(report);
  await outbox.drained();
  const [first, second, last] = reports.map(({ denial }) => denial.id);
  expect(attempts).toEqual([...Array(4).fill([first, second]), [last]]);
  expect(lines.filter((line) => line.includes('sent again'))).toHaveLength(3);
});

test('takes no more than it can hold: the rest is refused, counted and logged', async () => {
  let isOpen = false;
  const taken: string[] = [];
  const bus = busOf(async (messages) => {
    if (!isOpen) throw gone();
    taken.push(...messages.map(({ id }) => id));
  });
  const { logger, lines } = capturedLogger();
  await using outbox = new ReportOutbox(bus, logger, { ...QUICK, capacity: 3 });
  const reports = Array.from({ length: 5 }, () => sampleDenial());
  for (const report of reports) outbox.add(report);
  expect(outbox.refused).toBe(2);
  expect(lines.filter((line) => line.includes('outbox is full'))).toHaveLength(1);
  isOpen = true;
  await outbox.drained();
  expect(taken).toEqual(reports.slice(0, 3).map(({ denial }) => denial.id));
  outbox.add(sampleDenial());
  await outbox.drained();
  expect(taken).toHaveLength(4);
});

describe('when the worker stops', () => {
  test('the last reports are waited for', async () => {
    const door = Promise.withResolvers<void>();
    let taken = 0;
    const bus = busOf(async (messages) => {
      await door.promise;
      taken += messages.length;
    });
    const outbox = new ReportOutbox(bus, capturedLogger().logger);
    outbox.add(sampleDenial());
    const disposed = outbox[Symbol.asyncDispose]();
    door.resolve();
    await disposed;
    expect(taken).toBe(1);
  });

  test.each([
    ['fails', () => Promise.reject(gone())],
    ['hangs', () => new Promise<void>(() => {})],
  ])('a publish that %s is not waited for for ever, and what is lost is said', async (_, publish) => {
    const { logger, lines } = capturedLogger();
    const outbox = new ReportOutbox(busOf(publish), logger, QUICK);
    outbox.add(sampleDenial());
    outbox.add(sampleDenial());
    await outbox[Symbol.asyncDispose]();
    expect(lines.map((line) => JSON.parse(line))).toContainEqual(expect.objectContaining({ lost: 2 }));
  });

  test('it ends at once where nothing waits, and takes nothing more', async () => {
    const outbox = new ReportOutbox(
      busOf(() => Promise.reject(gone())),
      capturedLogger().logger,
      { drainMs: 1e9 },
    );
    await outbox[Symbol.asyncDispose]();
    outbox.add(sampleDenial());
    expect(outbox.refused).toBe(1);
  });
});
