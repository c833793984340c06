import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../project.ts';
import { type Check, fine } from './check.ts';
import { runQuietly } from './run-quietly.ts';

/** Libraries that ONNX Runtime loads for an accelerator, and what they stand for. */
const ACCELERATORS = [
  { file: /providers_tensorrt/, name: 'TensorRT' },
  { file: /providers_cuda/, name: 'CUDA' },
];

/**
 * Whether ONNX Runtime's native library loads here, and what it could compute on. It is loaded in a child:
 * a library that crashes on this processor must not take the doctor with it.
 */
export async function checkInference(): Promise<Check> {
  const check = fine('inference', 'ONNX Runtime', '');
  const loaded = await runQuietly(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    '--input-type=module',
    '--eval',
    `await import(${JSON.stringify(join(projectRoot, 'packages/vision/sessions/open-session.ts'))})`,
  ]);
  if (!loaded.ok) {
    const found = `does not load: ${loaded.complaint}`;
    return {
      ...check,
      state: 'missing',
      found,
      help: 'Run npm ci again; its library needs glibc 2.28 or newer.',
    };
  }
  const accelerators = await installedAccelerators();
  return {
    ...check,
    found: ['CPU', ...accelerators].join(', ') + (accelerators.length === 0 ? ' (no GPU provider)' : ''),
  };
}

async function installedAccelerators(): Promise<string[]> {
  const folder = join(projectRoot, 'node_modules/onnxruntime-node/bin');
  const files = await readdir(folder, { recursive: true });
  const ours = files.filter((file) => file.includes(join(process.platform, process.arch)));
  return ACCELERATORS.filter(({ file }) => ours.some((name) => file.test(name))).map(({ name }) => name);
}
