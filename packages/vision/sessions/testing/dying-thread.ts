import { parentPort } from 'node:worker_threads';
import type { ThreadRequest } from '../thread-messages.ts';

// An inference thread that ends with an uncaught error when it is given a picture one pixel wide.
// Ending it from outside (`Worker.terminate`) would abort the whole process if it hit ONNX Runtime's native
// code at the wrong moment.

await import('../inference-thread-main.ts');

parentPort?.on('message', ({ task }: ThreadRequest) => {
  if (task.type === 'detect' && task.picture.width === 1) throw new Error('This thread was made to die.');
});
