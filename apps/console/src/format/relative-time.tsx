import { useTranslation } from 'react-i18next';
import { useFormat } from './use-format.ts';
import { useNow } from './use-now.ts';

/** How long ago; the exact local and UTC time on hover. */
export function RelativeTime({ instant }: { instant: string }) {
  const format = useFormat();
  const { t } = useTranslation();
  const now = useNow('ten-seconds');
  const age = now - new Date(instant).getTime();
  return (
    <time
      dateTime={instant}
      title={`${format.exact(instant)} · ${t('bar.utc', { time: format.utc(instant) })}`}
    >
      {age < 10_000 ? t('time.justNow') : format.relative(instant, now)}
    </time>
  );
}
