import type { Point } from '@amaan/contracts/geometry';
import { newIdentifier } from '@amaan/contracts/identifier';
import { SceneRule, SceneRuleInput } from '@amaan/contracts/scene-rule';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closed, withDefaultShape, withoutPoint, withPoint } from '../../../picture/drawn-shape.ts';
import { bodyOf, draftOf, newDraft, type RuleDraft, withStay } from './rule-draft.ts';

const click: fc.Arbitrary<Point> = fc.tuple(
  fc.double({ min: -0.2, max: 1.2, noNaN: true }),
  fc.double({ min: -0.2, max: 1.2, noNaN: true }),
);

describe('drawing a rule', () => {
  test('whatever is clicked makes a rule that the contract accepts', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('line', 'zone'),
        fc.array(click, { minLength: 3, maxLength: 90 }),
        (shape, clicks) => {
          const drawn = closed(clicks.reduce(withPoint<RuleDraft>, newDraft(shape)));
          expect(drawn.closed).toBe(true);
          expect(SceneRuleInput.safeParse(bodyOf({ ...drawn, name: 'Gate' })).error).toBeUndefined();
        },
      ),
    );
  });

  test('a line is finished by its second point, a zone only when it is closed', () => {
    const line = [[0.1, 0.1] as Point, [0.9, 0.9] as Point].reduce(withPoint<RuleDraft>, newDraft('line'));
    expect(line.closed).toBe(true);
    const open = [[0.1, 0.1] as Point, [0.9, 0.9] as Point].reduce(withPoint<RuleDraft>, newDraft('zone'));
    expect(closed(open).closed).toBe(false);
  });

  test('a finished zone never loses its last three corners', () => {
    let zone = withDefaultShape(newDraft('zone'));
    for (let count = 0; count < 5; count += 1) zone = withoutPoint(zone, 0);
    expect(zone.points).toHaveLength(3);
  });

  test('changing a rule and saving it unchanged gives the same rule', () => {
    const body = bodyOf({
      ...withStay(withDefaultShape(newDraft('zone')), true),
      name: 'Gate',
      classes: ['person'],
    });
    const stored = SceneRule.parse({ ...SceneRuleInput.parse(body), id: newIdentifier(), version: 1 });
    expect(bodyOf(draftOf(stored))).toEqual(body);
  });
});
