import type { DrawnShape } from '../../../picture/drawn-shape.ts';
import {
  emptyShape,
  type LaneDraft,
  type LanePart,
  type MarkPart,
  NEEDED_PARTS,
  type ViewDraft,
} from './view-draft.ts';

/** What is drawn now: a mark of the calibration, or a part of a lane. */
export type Tool =
  | { readonly of: 'marks'; readonly part: MarkPart }
  | { readonly of: 'lane'; readonly laneId: string; readonly part: LanePart };

/** The shape that a tool draws; an empty one where nothing is drawn yet. */
export function shapeOf(draft: ViewDraft, tool: Tool): DrawnShape {
  const found =
    tool.of === 'marks'
      ? draft.calibration?.[tool.part]
      : draft.lanes.find(({ id }) => id === tool.laneId)?.[tool.part];
  return found ?? emptyShape(tool.part);
}

/** The view with a tool's shape in it; null takes it away. */
export function withShape(draft: ViewDraft, tool: Tool, shape: DrawnShape | null): ViewDraft {
  if (tool.of === 'lane') return withLane(draft, tool.laneId, (lane) => ({ ...lane, [tool.part]: shape }));
  if (draft.calibration === null) return draft;
  return { ...draft, calibration: { ...draft.calibration, [tool.part]: shape } };
}

export function withLane(draft: ViewDraft, id: string, change: (lane: LaneDraft) => LaneDraft): ViewDraft {
  return { ...draft, lanes: draft.lanes.map((lane) => (lane.id === id ? change(lane) : lane)) };
}

/**
 * What one draws next: while a lane is drawn for the first time its needed parts follow each other, and the right line
 * of marks follows the left one.
 * @param draft the view in which the tool's shape is finished
 * @returns null: one is through
 */
export function nextTool(draft: ViewDraft, tool: Tool): Tool | null {
  if (tool.of === 'marks')
    return tool.part === 'left' && draft.calibration?.right === null ? { of: 'marks', part: 'right' } : null;
  const lane = draft.lanes.find(({ id }) => id === tool.laneId);
  const part = NEEDED_PARTS.find((needed) => lane?.[needed] === null);
  return part === undefined ? null : { ...tool, part };
}
