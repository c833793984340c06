import { parentPort, workerData } from 'node:worker_threads';
import { wasm } from '@amaan/vision/templates/kernel/wasm-code';
import { wasmFunction, wasmModule } from '@amaan/vision/templates/kernel/wasm-module';

// A thread that reads bytes and does nothing with them: what the memory of this machine can give.

const MEGABYTES = workerData as number;
const PAGES = MEGABYTES * 16;
const { get, set, i32, v128, i32x4, repeatWhile } = wasm;

const read = wasmFunction(
  'read',
  { end: 'i32' },
  { at: 'i32', a: 'v128', b: 'v128' },
  ({ end, at, a, b }) => [
    repeatWhile(
      i32.lessThanUnsigned(get(at), get(end)),
      set(a, i32x4.add(get(a), i32x4.add(v128.load(get(at)), v128.load(get(at), 16)))),
      set(b, i32x4.add(get(b), i32x4.add(v128.load(get(at), 32), v128.load(get(at), 48)))),
      set(at, i32.add(get(at), i32.const(64))),
    ),
    i32x4.lane(i32x4.add(get(a), get(b)), 0),
  ],
);

const port = parentPort;
if (port === null) throw new Error('This module is the body of a worker thread.');
const memory = new WebAssembly.Memory({ initial: PAGES, maximum: PAGES, shared: true });
new Uint8Array(memory.buffer).fill(1);
const module = new WebAssembly.Module(wasmModule([read], PAGES));
const { exports } = new WebAssembly.Instance(module, { amaan: { memory } });
port.on('message', (message) => {
  if (message === 'close') port.close();
  else port.postMessage(exports.read!(MEGABYTES * 2 ** 20));
});
port.postMessage('ready');
