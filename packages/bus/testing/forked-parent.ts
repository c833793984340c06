/** A process with a hub and one child; a test kills it and watches the child end by itself. */
import { fork } from 'node:child_process';
import { Hub } from '../hub.ts';

const hub = new Hub();
const child = fork(new URL('forked-client.ts', import.meta.url), { serialization: 'advanced', execArgv: [] });
hub.attach(child);
child.on('message', () => process.send?.('child is ready'));
