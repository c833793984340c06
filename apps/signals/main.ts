import { connectIpcBus } from '@amaan/bus/ipc-bus';
import { pino } from 'pino';
import { SignalsProcess } from './operation/signals-process.ts';

/** The process of signal control as a child process. Environment: `AMAAN_DATA`, `AMAAN_LOG_LEVEL`. */
const logger = pino({ name: 'signals', level: process.env.AMAAN_LOG_LEVEL ?? 'info' }, pino.destination(2));
const bus = connectIpcBus((problem) => logger.warn({ err: problem }, problem.message));
const stop = Promise.withResolvers<string>();
process.once('SIGTERM', () => stop.resolve('asked to stop'));
process.once('SIGINT', () => stop.resolve('asked to stop'));
void bus.closed.then(() => stop.resolve('the parent process is gone'));

{
  await using _signals = new SignalsProcess({ bus, logger });
  logger.info(`stopping: ${await stop.promise}`);
}
process.exit(0);
