import { csvText } from '@amaan/contracts/csv-text';
import type { RefusedCall } from '@amaan/contracts/service/emergency-call';
import { Button } from '@mantine/core';
import { IconFileDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { saveCsv } from '../../../csv/save-csv.ts';
import { useFormat } from '../../../format/use-format.ts';
import classes from './performance.module.css';

const SHOWN = 8;

/** Lines that are not kept, each with its reason; all of them as a file. */
export function RefusedCalls({ refused, count }: { refused: readonly RefusedCall[]; count: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (count === 0) return null;
  const words = ({ reason, field }: RefusedCall) =>
    [t(`service.reason.${reason}`), field === null ? null : t(`service.field.${field}`)]
      .filter((part) => part !== null)
      .join(': ');
  return (
    <section className={classes.panel}>
      <h3>{t('service.import.refusedTitle', { number: format.number(count) })}</h3>
      <ul className={classes.lines}>
        {refused.slice(0, SHOWN).map((one) => (
          <li key={one.line}>
            {t('service.import.lineReason', { line: format.number(one.line), reason: words(one) })}
          </li>
        ))}
      </ul>
      <span>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconFileDownload size={16} aria-hidden="true" />}
          onClick={() =>
            saveCsv(
              'lines-not-kept.csv',
              csvText(
                [t('service.import.line'), t('service.import.reason')],
                refused.map((one) => [String(one.line), words(one)]),
              ),
            )
          }
        >
          {t('service.import.saveRefused')}
        </Button>
      </span>
    </section>
  );
}
