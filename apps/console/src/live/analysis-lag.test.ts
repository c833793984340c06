import { describe, expect, test } from 'vitest';
import { AnalysisLag } from './analysis-lag.ts';
import { ObjectTimeline } from './object-timeline.ts';

/** What is said at each picture of a video of 25 pictures a second whose analysis comes `late` seconds late. */
function watch({ rate, late, seconds = 30 }: { rate: number; late: number; seconds?: number }): boolean[] {
  const timeline = new ObjectTimeline();
  const lag = new AnalysisLag();
  let analysed = 0;
  return Array.from({ length: seconds * 25 }, (_, picture) => {
    const now = picture / 25;
    for (; analysed / rate + late <= now; analysed += 1) {
      timeline.add({ streamSeconds: analysed / rate, objects: [] });
    }
    return lag.isBehind(now, timeline.reaches(now));
  });
}

describe('analysis', () => {
  test('in step with the picture is not behind, however rare it is', () => {
    expect(watch({ rate: 5, late: 0 })).not.toContain(true);
    expect(watch({ rate: 5, late: 0.8 })).not.toContain(true);
    expect(watch({ rate: 0.2, late: 0 })).not.toContain(true);
  });

  test('that comes too late to be drawn is behind after a while, and stays so without a flicker', () => {
    const said = watch({ rate: 5, late: 3 });
    const first = said.indexOf(true);
    expect(first / 25).toBeGreaterThan(5);
    expect(first / 25).toBeLessThan(9);
    expect(said.slice(first)).not.toContain(false);
  });

  test('that was never heard of is not called late', () => {
    expect(watch({ rate: 5, late: 60 })).not.toContain(true);
  });

  test('is in step again with the first picture that it reaches, and with a stream that begins again', () => {
    const lag = new AnalysisLag();
    lag.isBehind(10, true);
    expect(lag.isBehind(16, false)).toBe(true);
    expect(lag.isBehind(16.1, true)).toBe(false);
    expect(lag.isBehind(30, false)).toBe(true);
    expect(lag.isBehind(0.5, false)).toBe(false);
  });
});
