import { MOST_SKEW_MS, type SignalEvidence } from '@amaan/contracts/violations/signal-timeline';
import type { SuspectedViolation } from '@amaan/contracts/violations/suspected-violation';
import { useTranslation } from 'react-i18next';
import parts from '../../../components/detail-parts.module.css';
import { Mark } from '../../../components/mark.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { momentsOf } from './moments-of.ts';
import { SignalStrip } from './signal-strip.tsx';
import { stripOf } from './strip-view.ts';

/** What the signal showed when the vehicle crossed, and whether the clocks prove it. Nothing where no signal is meant. */
export function SignalSection({ violation }: { violation: SuspectedViolation }) {
  const { t } = useTranslation();
  if (violation.kind !== 'red-light' && violation.kind !== 'stop-line') return null;
  const { signal, lastSeenAt } = violation;
  const moments = momentsOf(violation);
  const changes = signal.timeline.map(({ light, from }) => ({ light, from: Date.parse(from) }));
  const strip = stripOf(changes, moments, Date.parse(lastSeenAt));
  return (
    <section className={parts.panel} aria-label={t('violations.evidence.signal')}>
      <div className={parts.facts}>
        <h2>{t('violations.evidence.signal')}</h2>
        <span className="quiet">{t(`violations.evidence.source.${signal.source}`)}</span>
      </div>
      {strip !== null && (
        <SignalStrip
          label={t('violations.evidence.strip')}
          strip={strip}
          moments={moments.map((moment) => ({
            ...moment,
            name: t(`violations.evidence.line.${moment.name}`),
          }))}
        />
      )}
      <ClockProof signal={signal} />
    </section>
  );
}

/** By how much the clocks of camera and signal may differ: without this nothing is proven about a light. */
function ClockProof({ signal }: { signal: SignalEvidence }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (signal.source === 'picture')
    return (
      <div className={parts.facts}>
        <Mark shape="circle" tone="good">
          {t('violations.evidence.clockPicture')}
        </Mark>
      </div>
    );
  const total = Math.abs(signal.skewMs) + signal.skewErrorMs;
  const proven = total <= MOST_SKEW_MS;
  return (
    <div className={parts.facts}>
      <Mark shape={proven ? 'circle' : 'triangle'} tone={proven ? 'good' : 'critical'}>
        {t(proven ? 'violations.evidence.clockGood' : 'violations.evidence.clockBad', {
          total: format.number(total),
          limit: format.number(MOST_SKEW_MS),
        })}
      </Mark>
      <span className="quiet">
        {t('violations.evidence.clockController', {
          skew: format.number(signal.skewMs),
          error: format.number(signal.skewErrorMs),
          time: format.dateTime(signal.provenAt),
        })}
      </span>
    </div>
  );
}
