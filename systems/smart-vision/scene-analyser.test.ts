import { newIdentifier } from '@amaan/contracts/identifier';
import { SceneRule, type SceneRuleInput } from '@amaan/contracts/scene-rule';
import { describe, expect, it } from 'vitest';
import { SceneAnalyser } from './scene-analyser.ts';
import { personAt } from './testing/tracked-object.ts';

function rule(
  input: Pick<SceneRuleInput, 'kind'> & Record<string, unknown>,
  id = newIdentifier(),
  version = 1,
) {
  return SceneRule.parse({ name: 'Rule', ...input, id, version });
}

const LINE = {
  kind: 'line' as const,
  line: [
    [0.2, 0.5],
    [0.8, 0.5],
  ],
};
const ZONE = [
  [0, 0.5],
  [1, 0.5],
  [1, 1],
  [0, 1],
];

const above = personAt([0.5, 0.4]);
const below = personAt([0.5, 0.6]);

describe('SceneAnalyser', () => {
  it('applies every rule, and says which one and when', () => {
    const line = rule(LINE);
    const zone = rule({ kind: 'zone', zone: ZONE }, newIdentifier(), 3);
    const loitering = rule({ kind: 'loitering', zone: ZONE, seconds: 2 });
    const analyser = new SceneAnalyser([line, zone, loitering]);
    expect(analyser.update([above], 0, 1000)).toEqual([]);
    expect(analyser.update([below], 0.2, 1200)).toEqual([
      {
        kind: 'line-crossed',
        direction: 'forward',
        object: below,
        rule: { id: line.id, version: 1 },
        streamSeconds: 0.2,
        capturedAt: 1200,
      },
      {
        kind: 'zone-entered',
        object: below,
        rule: { id: zone.id, version: 3 },
        streamSeconds: 0.2,
        capturedAt: 1200,
      },
    ]);
    expect(analyser.update([below], 2.7, 3700)).toMatchObject([{ kind: 'loitering', seconds: 2.5 }]);
  });

  it('without classes is about people and vehicles, with classes about those only', () => {
    const analyser = new SceneAnalyser([rule(LINE), rule({ ...LINE, classes: ['dog', 'truck'] })]);
    const all = ['person', 'truck', 'dog', 'handbag'] as const;
    const at = (where: typeof above) =>
      all.map((name, index) => ({ ...where, class: name, track: index + 1 }));
    analyser.update(at(above), 0, 0);
    const events = analyser.update(at(below), 0.2, 200);
    expect(events.map(({ object }) => object.class)).toEqual(['person', 'truck', 'truck', 'dog']);
  });

  it('keeps the state of rules that stay when others come and go', () => {
    const stays = rule(LINE);
    const analyser = new SceneAnalyser([stays]);
    analyser.update([above], 0, 0);
    analyser.setRules([rule({ kind: 'zone', zone: ZONE }), stays]);
    expect(analyser.update([below], 0.2, 200)).toMatchObject([
      { kind: 'line-crossed', rule: { id: stays.id } },
    ]);
    analyser.setRules([]);
    expect(analyser.update([above], 0.4, 400)).toEqual([]);
  });

  it('keeps the state of a rule that is only renamed, and names its new version', () => {
    const before = rule(LINE);
    const renamed = rule({ ...LINE, name: 'Gate' }, before.id, 2);
    const analyser = new SceneAnalyser([before]);
    analyser.update([above], 0, 0);
    analyser.setRules([renamed]);
    expect(analyser.update([below], 0.2, 200)).toMatchObject([{ rule: { id: before.id, version: 2 } }]);
  });

  it('begins anew with a line that was moved', () => {
    const before = rule(LINE);
    const line = [
      [0.2, 0.55],
      [0.8, 0.55],
    ];
    const moved = rule({ ...LINE, line }, before.id, 2);
    const analyser = new SceneAnalyser([before]);
    analyser.update([above], 0, 0);
    analyser.setRules([moved]);
    expect(analyser.update([below], 0.2, 200)).toEqual([]);
    expect(analyser.update([above], 0.4, 400)).toMatchObject([{ direction: 'backward' }]);
  });

  it('forgets the tracks of a stream that begins anew', () => {
    const analyser = new SceneAnalyser([rule(LINE)]);
    analyser.update([above], 10, 0);
    expect(analyser.update([below], 0, 200)).toEqual([]);
  });
});
