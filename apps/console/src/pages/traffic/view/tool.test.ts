import { expect, test } from 'vitest';
import { withDefaultShape } from '../../../picture/drawn-shape.ts';
import { nextTool, shapeOf, type Tool, withShape } from './tool.ts';
import { newCalibration, newLane, newView, type ViewDraft } from './view-draft.ts';

const draft: ViewDraft & { calibration: NonNullable<ViewDraft['calibration']> } = {
  ...newView(),
  lanes: [newLane([])],
  calibration: newCalibration('lane-marks'),
};
const finished = (tool: Tool, from: ViewDraft = draft) =>
  withShape(from, tool, withDefaultShape(shapeOf(from, tool)));

test('the needed parts of a new lane follow each other, and then one is through', () => {
  const seen: string[] = [];
  let view: ViewDraft = draft;
  let tool: Tool | null = { of: 'lane', laneId: 'lane-1', part: 'polygon' };
  while (tool !== null) {
    if (tool.of === 'lane') seen.push(tool.part);
    view = finished(tool, view);
    tool = nextTool(view, tool);
  }
  expect(seen).toEqual(['polygon', 'travel', 'countingLine']);
  expect(view.lanes[0]).toMatchObject({ stopLine: null, polygon: { closed: true } });
});

test('a part that is drawn anew leads nowhere else', () => {
  let view: ViewDraft = draft;
  for (const part of ['polygon', 'travel', 'countingLine'] as const)
    view = finished({ of: 'lane', laneId: 'lane-1', part }, view);
  expect(nextTool(view, { of: 'lane', laneId: 'lane-1', part: 'polygon' })).toBeNull();
});

test('the right marks follow the left ones', () => {
  const left: Tool = { of: 'marks', part: 'left' };
  expect(nextTool(finished(left), left)).toEqual({ of: 'marks', part: 'right' });
  expect(nextTool(finished({ of: 'marks', part: 'right' }, finished(left)), left)).toBeNull();
});

test('a shape that is taken away is gone, and marks without a calibration change nothing', () => {
  const tool: Tool = { of: 'lane', laneId: 'lane-1', part: 'stopLine' };
  expect(withShape(finished(tool), tool, null).lanes[0]!.stopLine).toBeNull();
  const bare = { ...draft, calibration: null };
  expect(withShape(bare, { of: 'marks', part: 'left' }, null)).toBe(bare);
});
