import type { ControlDetail } from '@amaan/contracts/governance/control';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../../components/mark.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from './controls.module.css';
import { Block } from './detail-block.tsx';

/** The versions of the decision, and when the control turned red or back. */
export function ControlHistory({ detail: { versions, turns } }: { detail: ControlDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <Block title={t('controls.turns')}>
        {turns.length === 0 && <p className="prose quiet">{t('controls.noTurns')}</p>}
        <ul className={classes.documents}>
          {turns.map(({ index, at, to }) => (
            <li key={index}>
              {to === 'contradicts' ? (
                <Mark shape="square" tone="critical">
                  {t('controls.turnedRed')}
                </Mark>
              ) : (
                <Mark shape="circle" tone="good">
                  {t('controls.turnedBack')}
                </Mark>
              )}
              <span className="quiet">
                <time dateTime={at}>{format.dateTime(at)}</time> ·{' '}
                {t('controls.ledgerEntry', { index: format.number(index) })}
              </span>
            </li>
          ))}
        </ul>
      </Block>
      <Block title={t('controls.history')}>
        {versions.length === 0 && <p className="prose quiet">{t('controls.noHistory')}</p>}
        <ul className={classes.documents}>
          {versions.toReversed().map(({ version, statement, at, by, note }) => (
            <li key={version}>
              <span>
                {t('controls.versionLine', { version: format.number(version), by })} ·{' '}
                <time dateTime={at} className="quiet">
                  {format.dateTime(at)}
                </time>
              </span>
              <span>
                {t(`controls.applicability.${statement.applicability}`)} ·{' '}
                {t(`controls.implementation.${statement.implementation}`)}
              </span>
              {note !== '' && (
                <q dir="auto" className="quiet">
                  {note}
                </q>
              )}
            </li>
          ))}
        </ul>
      </Block>
    </>
  );
}
