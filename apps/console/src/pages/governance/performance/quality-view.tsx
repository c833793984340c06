import type { QualityFlag } from '@amaan/contracts/service/data-quality';
import { qualityWords } from '@amaan/contracts/service/quality-words';
import { Skeleton } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dataQualityQuery, type ServiceSelection } from '../../../api/service-calls.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { Mark, type Shape, type Tone } from '../../../components/mark.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { useLocalText } from '../../../format/use-local-text.ts';
import classes from './performance.module.css';

const MISSING: { shape: Shape; tone: Tone } = { shape: 'triangle', tone: 'high' };
const WRONG: { shape: Shape; tone: Tone } = { shape: 'square', tone: 'medium' };
const DOUBTFUL: { shape: Shape; tone: Tone } = { shape: 'diamond', tone: 'low' };

const MARKS: Record<QualityFlag['code'], { shape: Shape; tone: Tone }> = {
  'coverage-gap': MISSING,
  'feed-silent': MISSING,
  'without-beginning': MISSING,
  'clock-jump': WRONG,
  'clock-offset': WRONG,
  'negative-times': WRONG,
  'missing-arrivals': WRONG,
  'closure-batches': DOUBTFUL,
  'round-times': DOUBTFUL,
  contradictions: DOUBTFUL,
  'late-reports': DOUBTFUL,
};

/** What may be wrong with the records: before anybody is told that a station is slow. */
export function QualityView({ selection }: { selection: ServiceSelection }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(dataQualityQuery(selection));
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton height={300} />;
  return (
    <>
      <p className="prose quiet">{t('service.quality.hint', { count: data.calls })}</p>
      {data.flags.length === 0 ? (
        <EmptyNotice
          icon={<IconShieldCheck />}
          title={t('service.quality.none')}
          hint={t('service.quality.noneHint')}
        />
      ) : (
        <ul className={classes.flags}>
          {data.flags.map((flag) => (
            <Flag
              key={[flag.code, flag.siteId, flag.station, flag.source, flag.from].join(' ')}
              flag={flag}
            />
          ))}
        </ul>
      )}
    </>
  );
}

function Flag({ flag }: { flag: QualityFlag }) {
  const { t } = useTranslation();
  const format = useFormat();
  const local = useLocalText();
  const { code, siteName, station, source, from, until, callIds, p } = flag;
  const where = [source, siteName, station].filter((part) => part !== null);
  return (
    <li className={classes.panel}>
      <span className={classes.flagHead}>
        <Mark {...MARKS[code]}>{t(`service.flag.${code}`)}</Mark>
        {where.length > 0 && (
          <strong>
            <bdi>{where.join(' · ')}</bdi>
          </strong>
        )}
        {from !== null && until !== null && (
          <span className="quiet">
            <bdi>{format.dateTime(from)}</bdi> – <bdi>{format.dateTime(until)}</bdi>
          </span>
        )}
      </span>
      <p>{local(qualityWords(flag))}</p>
      {callIds.length > 0 && (
        <p className={`${classes.notes} quiet`}>
          {t('service.quality.examples')} <bdi dir="ltr">{callIds.join(', ')}</bdi>
        </p>
      )}
      {p !== null && (
        <p className={`${classes.notes} quiet`}>
          {t('service.quality.chance', { p: `\u2066${p < 1e-6 ? '< 0.000001' : format.number(p, 6)}\u2069` })}
        </p>
      )}
    </li>
  );
}
