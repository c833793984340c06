import type { Unmasking } from '@amaan/contracts/redaction/unmasking';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../../components/mark.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { useNow } from '../../../format/use-now.ts';

/** How an un-masking stands, and the time that is left. */
export function UnmaskingMarks({
  unmasking: { state, live, end, until, decideBy },
}: {
  unmasking: Unmasking;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow('ten-seconds');
  const left = (time: string) => format.span(Math.max(0, Date.parse(time) - now));
  if (state === 'ended')
    return (
      <Mark shape="square" tone="quiet">
        {t(end === null ? 'unmasking.states.ended' : `unmasking.ends.${end}`)}
      </Mark>
    );
  if (state === 'waiting')
    return (
      <>
        <Mark shape="triangle" tone="high">
          {t('unmasking.states.waiting')}
        </Mark>
        {decideBy !== null && <span>{t('unmasking.lapsesIn', { span: left(decideBy) })}</span>}
      </>
    );
  return live && until !== null ? (
    <>
      <Mark shape="diamond" tone="critical">
        {t('unmasking.states.in-force')}
      </Mark>
      <span>{t('unmasking.left', { span: left(until) })}</span>
    </>
  ) : (
    <Mark shape="square" tone="quiet">
      {t('unmasking.ends.expired')}
    </Mark>
  );
}
