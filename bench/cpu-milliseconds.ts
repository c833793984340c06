/**
 * CPU milliseconds of this process with all its threads that some work takes, so that whatever else the machine does
 * counts little; `cpuSeconds` counts child processes, too.
 */
export async function cpuMilliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
