import type { ControlStatus, ControlView } from '@amaan/contracts/governance/control';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import classes from './controls.module.css';

/** The state of one standard in a sentence. */
export function ControlSummary({ controls }: { controls: readonly ControlView[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = (status: ControlStatus) => controls.filter((control) => control.status === status).length;
  const red = count('contradicts');
  const attention = count('attention');
  const open = count('no-evidence') + count('planned');
  return (
    <p className={classes.summary} role="status">
      <strong>
        {t('controls.summary', {
          holds: format.number(count('holds')),
          applicable: format.number(controls.length - count('not-applicable')),
        })}
      </strong>{' '}
      {red > 0 && <span className={classes.red}>{t('controls.summaryRed', { count: red })}</span>}{' '}
      {attention > 0 && <span>{t('controls.summaryAttention', { count: attention })}</span>}{' '}
      {open > 0 && <span className="quiet">{t('controls.summaryOpen', { count: open })}</span>}
    </p>
  );
}
