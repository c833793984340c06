import { parentPort } from 'node:worker_threads';
import type { ObjectPicture } from '../../detectors/object-pool.ts';
import type { ThreadRequest } from '../thread-messages.ts';

// An inference thread that ends with an uncaught error when it is given a picture one pixel wide.
// Ending it from outside (`Worker.terminate`) would abort the whole process if it hit ONNX Runtime's native
// code at the wrong moment.

await import('../../detectors/object-thread-main.ts');

parentPort?.on('message', ({ task }: ThreadRequest<ObjectPicture>) => {
  if (task.type === 'run' && task.work.width === 1) throw new Error('This thread was made to die.');
});
