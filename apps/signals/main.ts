import { join } from 'node:path';
import { connectIpcBus } from '@amaan/bus/ipc-bus';
import { DiskObjectStore } from '@amaan/store/disk-object-store';
import { pino } from 'pino';
import { SignalsProcess } from './operation/signals-process.ts';
import { fetchObject } from './what-if/fetch-object.ts';
import { WhatIfDesk } from './what-if/what-if-desk.ts';

/** The process of signal control as a child process. Environment: `AMAAN_DATA`, the deployment's data folder; `AMAAN_LOG_LEVEL`. */
const logger = pino({ name: 'signals', level: process.env.AMAAN_LOG_LEVEL ?? 'info' }, pino.destination(2));
const bus = connectIpcBus((problem) => logger.warn({ err: problem }, problem.message));
const stop = Promise.withResolvers<string>();
process.once('SIGTERM', () => stop.resolve('asked to stop'));
process.once('SIGINT', () => stop.resolve('asked to stop'));
void bus.closed.then(() => stop.resolve('the parent process is gone'));

{
  const objects = await DiskObjectStore.open(join(process.env.AMAAN_DATA ?? 'data', 'objects'));
  await using signals = new SignalsProcess({ bus, logger });
  await using _replays = new WhatIfDesk({
    ...{ bus, processId: signals.id, logger },
    fetch: (digest) => fetchObject(objects, digest),
  });
  logger.info(`stopping: ${await stop.promise}`);
}
process.exit(0);
