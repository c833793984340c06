import type { SystemView } from '@amaan/contracts/api/system-view';
import { useTranslation } from 'react-i18next';
import { Mark, type Shape, type Tone } from '../../components/mark.tsx';

const STAGE_MARKS: Record<SystemView['stage'], { shape: Shape; tone: Tone }> = {
  proposed: { shape: 'diamond', tone: 'quiet' },
  designed: { shape: 'diamond', tone: 'quiet' },
  validated: { shape: 'diamond', tone: 'low' },
  pilot: { shape: 'circle', tone: 'low' },
  operational: { shape: 'circle', tone: 'good' },
  suspended: { shape: 'square', tone: 'suspended' },
  retired: { shape: 'square', tone: 'quiet' },
};

/** The stage of a system as a mark; a suspension of the whole system goes before it. */
export function StageMark({ system }: { system: Pick<SystemView, 'stage' | 'suspension'> }) {
  const { t } = useTranslation();
  const stage = system.suspension ? 'suspended' : system.stage;
  return <Mark {...STAGE_MARKS[stage]}>{t(`governance.stage.${stage}`)}</Mark>;
}
