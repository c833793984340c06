import { SceneRuleInput } from '@amaan/contracts/scene-rule';

/** What a clip of which nothing is known begins with, so that something happens; a person draws better ones. */
export const FIRST_RULE = SceneRuleInput.parse({
  kind: 'zone',
  name: 'Middle of the picture',
  zone: [
    [0.3, 0.3],
    [0.7, 0.3],
    [0.7, 0.9],
    [0.3, 0.9],
  ],
});
