import type { CameraEnforcement } from '@amaan/contracts/violations/api-enforcement';
import type { ClockProof } from '@amaan/contracts/violations/signal-timeline';
import { useTranslation } from 'react-i18next';
import parts from '../../../components/detail-parts.module.css';
import { Mark } from '../../../components/mark.tsx';
import { useFormat } from '../../../format/use-format.ts';

/** What enforcement needs of others: proven clocks, and signals that are heard of. */
export function EnforcementStanding({
  enforcement: { plan, clock, signals },
}: {
  enforcement: CameraEnforcement;
}) {
  const { t } = useTranslation();
  if (plan === null) return null;
  return (
    <section className={parts.panel} aria-labelledby="enforcement-standing">
      <h2 id="enforcement-standing">{t('enforcement.standing')}</h2>
      <dl className={parts.terms}>
        <dt>{t('enforcement.clockCamera')}</dt>
        <dd>
          <Clock clock={clock} />
        </dd>
        {signals.map(({ junctionId, junctionName, group, source, light, clock: controller }) => (
          <div key={`${junctionId} ${group}`} style={{ display: 'contents' }}>
            <dt>{t('enforcement.signalNow', { junction: junctionName, group })}</dt>
            <dd className={parts.facts}>
              {source === null ? (
                <Mark shape="triangle" tone="high">
                  {t('enforcement.signalSilent')}
                </Mark>
              ) : (
                <span>
                  {t(`violations.evidence.light.${light}`)} ·{' '}
                  <span className="quiet">{t(`violations.evidence.source.${source}`)}</span>
                </span>
              )}
              <Clock clock={controller} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Clock({ clock }: { clock: ClockProof | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  return clock === null ? (
    <Mark shape="triangle" tone="high">
      {t('enforcement.clockNone')}
    </Mark>
  ) : (
    <Mark shape="circle" tone="good">
      {t('enforcement.clockProof', {
        offset: format.number(clock.offsetMs, 1),
        error: format.number(clock.errorMs, 1),
      })}
    </Mark>
  );
}
