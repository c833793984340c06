import type { CivicState, CivicTicket } from '@amaan/contracts/civic/civic-ticket';
import { useTranslation } from 'react-i18next';
import { Mark, type Shape, type Tone } from '../../components/mark.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useNow } from '../../format/use-now.ts';

const MARKS: Record<CivicState, { shape: Shape; tone: Tone }> = {
  suggested: { shape: 'diamond', tone: 'medium' },
  open: { shape: 'circle', tone: 'low' },
  sent: { shape: 'triangle', tone: 'low' },
  done: { shape: 'square', tone: 'medium' },
  closed: { shape: 'square', tone: 'good' },
  dismissed: { shape: 'square', tone: 'quiet' },
};

export function CivicStateMark({ state }: { state: CivicState }) {
  const { t } = useTranslation();
  return <Mark {...MARKS[state]}>{t(`civic.state.${state}`)}</Mark>;
}

/** How long a department still has, or since when it should have been done; nothing while it is with none. */
export function DueMark({ ticket: { state, dueAt } }: { ticket: Pick<CivicTicket, 'state' | 'dueAt'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow('ten-seconds');
  if (state !== 'sent' || dueAt === null) return null;
  const left = Date.parse(dueAt) - now;
  if (left <= 0)
    return (
      <Mark shape="triangle" tone="high">
        {t('civic.overdueFor', { span: format.span(-left) })}
      </Mark>
    );
  return <span className="quiet">{t('civic.dueIn', { span: format.span(left) })}</span>;
}
