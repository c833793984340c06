/** Work for tests: squares plus what is shared. */
export function prepareWork(shared: { readonly add: number; readonly refuse?: string }) {
  if (shared.refuse === 'prepare') throw Object.assign(new Error('Not today.'), { code: 'NOT_TODAY' });
  return (chunk: number): number => {
    if (shared.refuse === 'chunk' && chunk === 3) throw new Error('Three is refused.');
    if (shared.refuse === 'never-ends') for (;;);
    return chunk * chunk + shared.add;
  };
}
