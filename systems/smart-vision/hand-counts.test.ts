import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SceneRuleInput } from '@amaan/contracts/scene-rule';
import { lacksSharedData, sharedData } from '@amaan/vision/detectors/testing/shared-data';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { analyseClip } from './testing/analyse-clip.ts';

const CountedRule = z.object({
  rule: SceneRuleInput,
  toleranceSeconds: z.number(),
  events: z.array(
    z.object({ at: z.number(), direction: z.enum(['forward', 'backward']).optional(), what: z.string() }),
  ),
});
const HandCounts = z.object({
  clips: z.array(
    z.object({ file: z.string(), analysisRates: z.array(z.number()), rules: z.array(CountedRule) }),
  ),
});

const { clips } = HandCounts.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, 'testing/hand-counts.json'), 'utf8')),
);

for (const { file, analysisRates, rules } of clips) {
  describe.skipIf(lacksSharedData(`media/${file}`))(`what was counted by hand on ${file}`, () => {
    it.each(analysisRates)(
      'is what the whole pipeline counts at %d frames/s',
      async (rate) => {
        const inputs = rules.map(({ rule }) => rule);
        const found = await analyseClip(sharedData(`media/${file}`), inputs, rate);
        for (const [index, { rule, events, toleranceSeconds }] of rules.entries()) {
          const reported = found[index] ?? [];
          const summary = reported.map((event) => [
            event.kind,
            'direction' in event ? event.direction : undefined,
          ]);
          const kind = { line: 'line-crossed', zone: 'zone-entered', loitering: 'loitering' }[rule.kind];
          expect(summary, rule.name).toEqual(events.map(({ direction }) => [kind, direction]));
          for (const [number, { at, what }] of events.entries()) {
            const difference = Math.abs((reported[number]?.streamSeconds ?? Number.NaN) - at);
            expect(difference, `${rule.name}: ${what}`).toBeLessThanOrEqual(toleranceSeconds);
          }
        }
      },
      300_000,
    );
  });
}
