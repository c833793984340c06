import type { DocumentEvidence } from '@amaan/contracts/governance/control';
import { useTranslation } from 'react-i18next';
import { DemoMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { DocumentStateMark } from './control-status-mark.tsx';
import classes from './controls.module.css';

/** The documents that say of themselves that they are evidence for the control. */
export function ControlDocuments({ documents }: { documents: readonly DocumentEvidence[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (documents.length === 0) return <p className="prose quiet">{t('controls.documents.none')}</p>;
  return (
    <ul className={classes.documents}>
      {documents.map(({ id, number, title, version, owner, reviewAt, state, demo }) => (
        <li key={id}>
          <span>
            <span className="mono ltr quiet">{number}</span> <bdi>{title}</bdi> {demo && <DemoMark />}
          </span>
          <DocumentStateMark state={state} />
          <span className="quiet">
            {t('controls.documents.version', { version: format.number(version) })} ·{' '}
            {owner === null ? t('controls.documents.unowned') : t('controls.documents.owner', { owner })}
            {reviewAt !== null && ` · ${t('controls.documents.review', { when: format.dateTime(reviewAt) })}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
