import { parentPort, workerData } from 'node:worker_threads';
import { ListScanner } from './scan-list.ts';
import type { SearchReply, SearchTask } from './search-messages.ts';

// The body of a thread that searches templates. Its number is its data.

const port = parentPort;
if (port === null) throw new Error('This module is the body of a worker thread.');
const lists = new Map<string, ListScanner>();

port.on('message', (task: SearchTask) => {
  const reply = (message: SearchReply) => port.postMessage(message);
  if (task.type === 'attach') {
    const list = lists.get(task.list) ?? new ListScanner(workerData as number);
    list.attach(task.memory);
    lists.set(task.list, list);
  } else if (task.type === 'detach') {
    lists.delete(task.list);
    reply({ call: task.call, scanned: null });
  } else if (task.type === 'scan') {
    reply({ call: task.call, scanned: lists.get(task.list)?.scan(task.order) ?? null });
  } else {
    port.close();
  }
});
