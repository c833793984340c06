import { DrawingCanvas } from '../../../picture/drawing-canvas.tsx';
import type { StageSize } from '../../../picture/picture-stage.tsx';
import { RuleShape } from '../../../picture/rule-shape.tsx';
import type { RuleDraft } from './rule-draft.ts';

/** Where the line or zone of a rule is drawn, over the picture. */
export function RuleCanvas({
  draft,
  size,
  onChange,
  onCancel,
}: {
  draft: RuleDraft;
  size: StageSize;
  onChange: (draft: RuleDraft) => void;
  onCancel: () => void;
}) {
  return (
    <DrawingCanvas draft={draft} size={size} onChange={onChange} onCancel={onCancel}>
      {(points) => {
        if (draft.shape === 'zone')
          return <RuleShape rule={{ kind: 'zone', zone: points }} {...size} chosen />;
        if (points.length < 2) return null;
        return (
          <RuleShape
            rule={{ kind: 'line', line: points.slice(0, 2), directions: draft.directions }}
            {...size}
            chosen
            directionLabels
          />
        );
      }}
    </DrawingCanvas>
  );
}
