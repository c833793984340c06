import { ROLES } from '@amaan/contracts/api/me';
import { describe, expect, it } from 'vitest';
import { mayDecideFor } from './approval-rank.ts';

describe('mayDecideFor', () => {
  it('lets a higher role decide and nobody else', () => {
    const pairs = ROLES.flatMap((decider) =>
      ROLES.filter((asker) => mayDecideFor(decider, asker)).map((asker) => `${decider} for ${asker}`),
    );
    expect(pairs).toEqual([
      'supervisor for traffic-reviewer',
      'governance-officer for supervisor',
      'governance-officer for traffic-reviewer',
    ]);
  });
});
