import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { useNow } from '../format/use-now.ts';
import classes from './top-bar.module.css';

/** Local time, with UTC for those who compare with evidence. */
export function Clock() {
  const now = new Date(useNow('second'));
  const format = useFormat();
  const { t } = useTranslation();
  return (
    <Tooltip label={t('bar.utc', { time: now.toISOString().slice(11, 19) })}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the UTC time must be reachable by keyboard too. */}
      <time className={`${classes.clock} ltr`} dateTime={now.toISOString()} tabIndex={0}>
        {format.clock(now)}
      </time>
    </Tooltip>
  );
}
