import type { ViolationCaseView } from '@amaan/contracts/violations/violation-case';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { DigestText } from '../../../components/digest-text.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { suspicionOf } from '../parts/suspicion-of.ts';
import classes from './made-by.module.css';

/** Which software, calibration and plan the evidence came from. */
export function MadeBy({ violationCase }: { violationCase: ViolationCaseView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const { enforcement, violation, permitId, configurationDigest, frameDigest } = suspicionOf(violationCase);
  const { cameraId } = violationCase;
  const plan = t('violations.evidence.plan', {
    version: format.number(enforcement.version),
    rule: enforcement.ruleId,
  });
  return (
    <ul className={`${classes.list} quiet`} aria-label={t('violations.evidence.madeBy')}>
      <li>{t('violations.evidence.software', { version: violation.softwareVersion })}</li>
      <li>
        {violation.calibrationVersion === null
          ? t('violations.evidence.noCalibration')
          : t('violations.evidence.calibration', { version: format.number(violation.calibrationVersion) })}
      </li>
      <li>
        {may('enforcement.read') ? (
          <Link to="/violations/enforcement/$cameraId" params={{ cameraId }}>
            {plan}
          </Link>
        ) : (
          plan
        )}
      </li>
      <li>
        {t('violations.evidence.permit')}{' '}
        <DigestText value={permitId} label={t('violations.evidence.permit')} />
      </li>
      <li>
        {t('violations.evidence.configuration')}{' '}
        <DigestText value={configurationDigest} label={t('violations.evidence.configuration')} />
      </li>
      <li>
        {t('violations.evidence.frame')}{' '}
        <DigestText value={frameDigest} label={t('violations.evidence.frame')} />
      </li>
    </ul>
  );
}
