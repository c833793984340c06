import { join } from 'node:path';
import { connectIpcBus } from '@amaan/bus/ipc-bus';
import { DiskObjectStore } from '@amaan/store/disk-object-store';
import { pino } from 'pino';
import { AnalyticsWorker } from './analytics-worker.ts';

/**
 * The analytics node as a child process. Environment: `AMAAN_DATA`, the deployment's data folder;
 * `AMAAN_MODELS`, the model cache; `AMAAN_LOG_LEVEL`.
 */
const logger = pino({ name: 'worker', level: process.env.AMAAN_LOG_LEVEL ?? 'info' }, pino.destination(2));
const bus = connectIpcBus((problem) => logger.warn({ err: problem }, problem.message));
const objects = await DiskObjectStore.open(join(process.env.AMAAN_DATA ?? 'data', 'objects'));
const stop = Promise.withResolvers<string>();
process.once('SIGTERM', () => stop.resolve('asked to stop'));
process.once('SIGINT', () => stop.resolve('asked to stop'));
void bus.closed.then(() => stop.resolve('the parent process is gone'));

{
  await using _worker = await AnalyticsWorker.start({ bus, objects, logger });
  logger.info(`stopping: ${await stop.promise}`);
}
process.exit(0);
