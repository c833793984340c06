import { describe, expect, it } from 'vitest';
import { presentCombination } from '../combination.ts';
import { testAiSystem } from '../testing/test-ai-system.ts';
import { combinationChanges, findDrift, type RegisterReality } from './find-drift.ts';

const SYSTEM = testAiSystem({ models: ['objects'] });
const MODEL = { id: 'objects', digest: 'a'.repeat(64) };
const OTHER = { id: 'objects', digest: 'b'.repeat(64) };
const WORKER = '0195d5f0-0000-7000-8000-000000000000';

/** A deployment that is what its register says. */
const reality = (change: Partial<RegisterReality> = {}): RegisterReality => ({
  systems: [SYSTEM],
  registered: [{ id: SYSTEM.id, stage: 'pilot', approved: presentCombination(SYSTEM, [MODEL]) }],
  modelsAtHand: [MODEL],
  wrongModels: [],
  workers: [{ id: WORKER, models: { objects: MODEL.digest } }],
  refusals: [{ system: SYSTEM.id, code: 'PERMIT_EXPIRED', count: 3 }],
  ...change,
});
const keys = (change: Partial<RegisterReality>) => findDrift(reality(change)).map(({ key }) => key);

describe('drift', () => {
  it('is nowhere when the register is right', () => {
    expect(findDrift(reality())).toEqual([]);
  });

  it('is another configuration than was approved, once per digest', () => {
    const systems = [{ ...SYSTEM, thresholds: { confidence: 0.1 } }];
    const [key] = keys({ systems });
    expect(key).toMatch(/^drift test-system configuration [0-9a-f]{64}$/);
    expect(keys({ systems })).toEqual([key]);
  });

  it('is another model file than was approved, but not a missing one', () => {
    const other = { modelsAtHand: [OTHER], workers: [] };
    expect(keys(other)).toEqual([`drift test-system model ${OTHER.digest}`]);
    expect(keys({ modelsAtHand: [], workers: [] })).toEqual(['drift test-system missing objects']);
    const approved = presentCombination(SYSTEM, [MODEL]);
    expect(combinationChanges(approved, presentCombination(SYSTEM, []))).toEqual([]);
    expect(combinationChanges(null, approved)).toHaveLength(2);
  });

  it('is not asked of systems that do not run', () => {
    const registered = [{ id: SYSTEM.id, stage: 'validated' as const, approved: null }];
    expect(findDrift(reality({ registered }))).toEqual([]);
  });

  it('is a worker with another file, or with a model that nobody registered', () => {
    expect(keys({ workers: [{ id: WORKER, models: { objects: OTHER.digest } }] })).toEqual([
      `drift worker objects ${OTHER.digest}`,
    ]);
    expect(keys({ workers: [{ id: WORKER, models: { faces: OTHER.digest } }] })).toHaveLength(1);
  });

  it('is a changed file in the cache', () => {
    expect(findDrift(reality({ wrongModels: ['objects'] }))).toMatchObject([
      { system: SYSTEM.id, severity: 'critical' },
    ]);
  });

  it('is a report of a system that is not registered, or of another version of one that is', () => {
    expect(keys({ refusals: [{ system: 'emotion', code: 'PERMIT_UNKNOWN', count: 1 }] })).toEqual([
      'drift unregistered emotion',
    ]);
    expect(
      keys({ refusals: [{ system: SYSTEM.id, code: 'PERMIT_CONFIGURATION_MISMATCH', count: 2 }] }),
    ).toEqual(['drift test-system PERMIT_CONFIGURATION_MISMATCH']);
  });

  it('is a registered system without code, unless it is retired', () => {
    const gone = (stage: 'pilot' | 'retired') => [
      ...reality().registered,
      { id: 'gone', stage, approved: null },
    ];
    expect(keys({ registered: gone('pilot') })).toEqual(['drift gone vanished']);
    expect(keys({ registered: gone('retired') })).toEqual([]);
  });
});
