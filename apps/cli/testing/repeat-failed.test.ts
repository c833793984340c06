import { describe, expect, test } from 'vitest';
import { repeatFailed } from './repeat-failed.ts';
import { countTests, type FileResult } from './test-report.ts';

const result = (name: string, ...statuses: string[]): FileResult => ({
  name,
  status: statuses.includes('failed') || statuses.length === 0 ? 'failed' : 'passed',
  assertionResults: statuses.map((status, index) => ({ fullName: `${name} ${index}`, status })),
});

describe('files that failed', () => {
  const repeat = async (files: FileResult[], second: Record<string, FileResult | null>) => {
    const ran: string[] = [];
    const repeated = await repeatFailed(files, async (file) => {
      ran.push(file);
      return second[file] ?? null;
    });
    return { ...repeated, counts: countTests(repeated.files), ran };
  };

  test('are run once more, each by itself, and named when they pass then', async () => {
    const { ran, unsteady, counts } = await repeat(
      [result('a', 'passed'), result('b', 'passed', 'failed'), result('c', 'skipped')],
      { b: result('b', 'passed', 'passed') },
    );
    expect([ran, unsteady]).toEqual([['b'], ['b']]);
    expect(counts).toEqual({ passed: 3, failed: 0, skipped: ['c 0'] });
  });

  test('stay failed when they fail again, with what failed first', async () => {
    const { ran, unsteady, counts } = await repeat([result('a', 'failed', 'failed'), result('b', 'failed')], {
      a: result('a', 'failed', 'passed'),
      b: result('b', 'passed'),
    });
    expect([ran, unsteady]).toEqual([['a', 'b'], ['b']]);
    expect(counts).toMatchObject({ passed: 1, failed: 2 });
  });

  test('stay failed when the second time leaves no report, also before their first test', async () => {
    const { unsteady, counts } = await repeat([result('a'), result('b', 'failed')], {});
    expect(unsteady).toEqual([]);
    expect(counts).toMatchObject({ passed: 0, failed: 2 });
  });

  test('are not repeated when there are more than five', async () => {
    const many = Array.from({ length: 6 }, (_, index) => result(`${index}`, 'failed'));
    const { ran, unsteady, counts } = await repeat(many, {});
    expect([ran, unsteady, counts.failed]).toEqual([[], [], 6]);
    expect((await repeat(many.slice(1), {})).ran).toHaveLength(5);
  });

  test('none of them: nothing is run again', async () => {
    expect((await repeat([result('a', 'passed')], {})).ran).toEqual([]);
  });
});
