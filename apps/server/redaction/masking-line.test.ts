import { digestOfBytes } from '@amaan/contracts/digest-of';
import { expect, test } from 'vitest';
import { MaskingLine, PutOff } from './masking-line.ts';

const key = (name: string) => digestOfBytes(Buffer.from(name));

function harness(atOnce = 1, most = 3) {
  const line = new MaskingLine<string>({ atOnce, most });
  const made: string[] = [];
  const gates = new Map<string, PromiseWithResolvers<string>>();
  const ask = (name: string, isWanted = true) =>
    line.ask(
      key(name),
      () => {
        made.push(name);
        const gate = Promise.withResolvers<string>();
        gates.set(name, gate);
        return gate.promise;
      },
      isWanted,
    );
  return { line, made, ask, finish: (name: string) => gates.get(name)!.resolve(name), gates };
}

test('makes each thing once for all who ask', async () => {
  const { ask, made, finish } = harness();
  const answers = [ask('a'), ask('a'), ask('a')];
  finish('a');
  expect(await Promise.all(answers)).toEqual(['a', 'a', 'a']);
  expect(made).toEqual(['a']);
});

test('makes what somebody waits for before what is made ahead, also when it was ahead before', async () => {
  const { ask, made, finish } = harness();
  const asked = [ask('first'), ask('ahead', false), ask('later', false), ask('wanted'), ask('later')];
  for (const name of ['first', 'later', 'wanted', 'ahead']) {
    await expect.poll(() => made.at(-1)).toBe(name);
    finish(name);
  }
  expect(await Promise.all(asked)).toEqual(['first', 'ahead', 'later', 'wanted', 'later']);
});

test('puts the oldest off when it is full, and of all what is made ahead', async () => {
  const { ask, made, finish, line } = harness(1, 2);
  const first = ask('first');
  const ahead = ask('ahead', false);
  const wanted = ask('wanted');
  const newer = ask('newer');
  await expect(ahead).rejects.toBeInstanceOf(PutOff);
  const newest = ask('newest');
  await expect(wanted).rejects.toBeInstanceOf(PutOff);
  expect(line.length).toBe(2);
  const again = ask('wanted');
  await expect(newer).rejects.toBeInstanceOf(PutOff);
  for (const name of ['first', 'newest', 'wanted']) {
    await expect.poll(() => made.at(-1)).toBe(name);
    finish(name);
  }
  expect(await Promise.all([first, newest, again])).toEqual(['first', 'newest', 'wanted']);
});

test('goes on after something fails, which can be asked for again', async () => {
  const { ask, made, finish, gates } = harness();
  const failing = ask('a');
  const next = ask('b');
  gates.get('a')!.reject(new Error('unreadable'));
  await expect(failing).rejects.toThrow('unreadable');
  const again = ask('a');
  await expect.poll(() => made.at(-1)).toBe('b');
  finish('b');
  await expect.poll(() => made.at(-1)).toBe('a');
  finish('a');
  expect([await next, await again]).toEqual(['b', 'a']);
});

test('ends when what is under way is made, and puts the others off', async () => {
  const { ask, finish, line } = harness();
  const first = ask('a');
  const second = ask('b');
  const ended = line.end();
  await expect(second).rejects.toBeInstanceOf(PutOff);
  finish('a');
  await ended;
  expect(await first).toBe('a');
});
