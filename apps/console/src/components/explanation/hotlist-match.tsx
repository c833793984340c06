import type { ExplanationStep } from '@amaan/contracts/explanation';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { DigestText } from '../digest-text.tsx';
import classes from './explanation-steps.module.css';

type Step = Extract<ExplanationStep, { step: 'hotlist' }>;

/** The hotlist in the version that matched, why it matched, and how the plate came onto it. */
export function HotlistMatch({ step: { list, entry, hit, cost, digest } }: { step: Step }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <strong>
        <bdi>{list.body.name}</bdi>
      </strong>
      <span className="quiet">
        {t('explain.hotlistVersion', { version: list.version, by: list.by, at: format.dateTime(list.at) })}
      </span>
      <span className={classes.words}>
        <bdi>{list.body.legalBasis}</bdi>
      </span>
      {hit === null ? (
        <span className="quiet">{t('explain.plateWithheld')}</span>
      ) : (
        <span>
          {t('explain.hotlistMatch', {
            read: hit.readPlate,
            plate: hit.entryPlate,
            cost: format.number(cost, 2),
          })}
        </span>
      )}
      <span className="quiet">
        {t(entry.importId === null ? 'explain.entryAdded' : 'explain.entryImported', {
          by: entry.addedBy,
          at: format.dateTime(entry.addedAt),
        })}
      </span>
      {entry.approvedAt !== null && (
        <span className="quiet">
          {t('explain.entryApproved', { by: entry.approvedBy ?? '', at: format.dateTime(entry.approvedAt) })}
        </span>
      )}
      <DigestText value={digest} />
    </>
  );
}
