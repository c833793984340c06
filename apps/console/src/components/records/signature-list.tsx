import type { RecordSignature } from '@amaan/contracts/governance/record';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { DemoMark } from '../status-marks.tsx';
import { RecordStatusMark } from './record-status-mark.tsx';
import classes from './records.module.css';

/** Who said what about which version. */
export function SignatureList({ signatures }: { signatures: readonly RecordSignature[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (signatures.length === 0) return <p className="quiet">{t('documents.noSignatures')}</p>;
  return (
    <ul className={classes.plain}>
      {signatures.toReversed().map(({ id, meaning, version, by, at, statement, demo }) => (
        <li key={id} className={classes.signature}>
          <span className={classes.headingLine}>
            <RecordStatusMark status={meaning} />
            <span>{t('documents.version', { version: format.number(version) })}</span>
            {demo && <DemoMark />}
          </span>
          <q dir="auto">{statement}</q>
          <span className="quiet">
            <bdi>{by.name}</bdi> · <time dateTime={at}>{format.dateTime(at)}</time>
          </span>
        </li>
      ))}
    </ul>
  );
}
