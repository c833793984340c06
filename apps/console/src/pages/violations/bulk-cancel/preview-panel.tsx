import type { BulkCancelPreview } from '@amaan/contracts/violations/bulk-cancel';
import { CHALLAN_STATES } from '@amaan/contracts/violations/challan';
import { useTranslation } from 'react-i18next';
import parts from '../../../components/detail-parts.module.css';
import { useFormat } from '../../../format/use-format.ts';
import { ChallanStateMark } from '../challans/challan-marks.tsx';
import classes from './bulk-cancel.module.css';

/** What a bulk cancellation would do: how many, how much, and what stays as it is. */
export function PreviewPanel({ preview }: { preview: BulkCancelPreview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rupees = (value: number) => t('violations.rupees', { value: format.number(value) });
  const { challans, amount, byState, paid, over, openCases, softwareVersions } = preview;
  return (
    <section className={`${parts.panel} ${classes.panel}`} aria-live="polite">
      <h2>
        {challans === 0
          ? t('bulkCancel.nothing')
          : t('bulkCancel.would', { count: challans, amount: rupees(amount) })}
      </h2>
      {paid.challans > 0 && (
        <p>{t('bulkCancel.paid', { count: paid.challans, amount: rupees(paid.amount) })}</p>
      )}
      {over > 0 && <p className="quiet">{t('bulkCancel.over', { count: over })}</p>}
      {openCases > 0 && <p className="quiet">{t('bulkCancel.openCases', { count: openCases })}</p>}
      {challans > 0 && (
        <dl className={parts.terms}>
          <dt>{t('bulkCancel.byState')}</dt>
          <dd className={parts.facts}>
            {CHALLAN_STATES.map((state) => {
              const count = byState[state];
              return (
                count !== undefined && (
                  <span key={state}>
                    <ChallanStateMark state={state} /> {format.number(count)}
                  </span>
                )
              );
            })}
          </dd>
          <dt>{t('bulkCancel.versions')}</dt>
          <dd>
            {softwareVersions.map(({ version, challans: count }) => (
              <div key={version}>{t('bulkCancel.versionCount', { version, count })}</div>
            ))}
          </dd>
        </dl>
      )}
    </section>
  );
}
