import type { ReviewInputs } from '@amaan/contracts/governance/management-review';
import { useTranslation } from 'react-i18next';
import records from '../../../components/records/records.module.css';
import { useFormat } from '../../../format/use-format.ts';
import type { en } from '../../../messages/en.ts';
import classes from '../flows/flows.module.css';

type Input = keyof typeof en.assurance.input;
type Count = keyof typeof en.assurance.count;

/** What the system knew of the period on the day the review was prepared. */
export function ReviewInputsView({ inputs: { from, to, gatheredAt, ...groups } }: { inputs: ReviewInputs }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={records.block}>
      <h3>{t('assurance.inputs')}</h3>
      <p className="quiet">
        {format.date(from)} – {format.date(to)} ·{' '}
        {t('assurance.inputsAt', { at: format.dateTime(gatheredAt) })}
      </p>
      <div className={classes.inputs}>
        {Object.entries(groups).map(([group, counts]) => (
          <div key={group} className={classes.input}>
            <h3>{t(`assurance.input.${group as Input}`)}</h3>
            {Object.entries(counts as Record<string, number | null>).map(([name, count]) => (
              <p key={name}>
                <span className="quiet">{t(`assurance.count.${name as Count}`)}</span>
                <strong className="ltr">
                  {count === null ? t('monitoring.tooFewShort') : format.number(count)}
                </strong>
              </p>
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}
