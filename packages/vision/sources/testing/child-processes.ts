import { readdir, readFile } from 'node:fs/promises';

/** Process ids of this process's children that run `command` (Linux). */
export async function childProcesses(command: string): Promise<number[]> {
  const children: number[] = [];
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    // A process may be gone by the time that it is looked at.
    const stat = await readFile(`/proc/${entry}/stat`, 'utf8').catch(() => '');
    const [, name, state, parent] = /^\d+ \((.*)\) (\S) (\d+)/.exec(stat) ?? [];
    if (name === command && state !== 'Z' && Number(parent) === process.pid) children.push(Number(entry));
  }
  return children;
}
