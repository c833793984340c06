import { connectIpcBus } from '@amaan/bus/ipc-bus';
import { pino } from 'pino';
import { Redactor } from './redactor.ts';

/**
 * The redactor as a child process. Environment: `AMAAN_DATA`, the deployment's data folder; `AMAAN_MODELS`, the model
 * cache; `AMAAN_MASKED_STREAMS`, masked live views at once; `AMAAN_LOG_LEVEL`.
 */
const logger = pino({ name: 'redactor', level: process.env.AMAAN_LOG_LEVEL ?? 'info' }, pino.destination(2));
const bus = connectIpcBus((problem) => logger.warn({ err: problem }, problem.message));
const stop = Promise.withResolvers<string>();
process.once('SIGTERM', () => stop.resolve('asked to stop'));
process.once('SIGINT', () => stop.resolve('asked to stop'));
void bus.closed.then(() => stop.resolve('the parent process is gone'));
const mostStreams = Number.parseInt(process.env.AMAAN_MASKED_STREAMS ?? '', 10);

{
  await using _redactor = await Redactor.start({
    bus,
    dataFolder: process.env.AMAAN_DATA ?? 'data',
    logger,
    ...(mostStreams >= 1 && { mostStreams }),
  });
  logger.info(`stopping: ${await stop.promise}`);
}
process.exit(0);
