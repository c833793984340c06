import { csvText } from '@amaan/contracts/csv-text';
import type { Hotlist, HotlistImport } from '@amaan/contracts/plates/hotlist';
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { saveCsv } from '../../../csv/save-csv.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useBadLineReason } from './bad-line-reason.ts';
import classes from './hotlists.module.css';

const SHOWN = 200;

/** The lines of a file that were not kept: which, what they say and why; all that are named can be saved. */
export function BadLines({ result: { bad, badLines }, list }: { result: HotlistImport; list: Hotlist }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reasonOf = useBadLineReason();
  if (bad.length === 0) return null;
  const save = () =>
    saveCsv(
      `${list.name}-bad-lines.csv`,
      csvText(
        ['line', 'text', 'reason'],
        bad.map(({ line, text, reason }) => [String(line), text, reasonOf(reason)]),
      ),
    );
  return (
    <>
      <section className={classes.bad} aria-label={t('hotlists.import.bad', { count: badLines })}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('hotlists.import.line')}</th>
              <th scope="col">{t('hotlists.import.text')}</th>
              <th scope="col">{t('hotlists.import.why')}</th>
            </tr>
          </thead>
          <tbody>
            {bad.slice(0, SHOWN).map(({ line, text, reason }) => (
              <tr key={line}>
                <td>
                  <bdi dir="ltr">{format.number(line)}</bdi>
                </td>
                <td>
                  <bdi className="mono" dir="ltr">
                    {text}
                  </bdi>
                </td>
                <td>
                  <bdi>{reasonOf(reason)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className={classes.end}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden="true" />}
          onClick={save}
        >
          {t('hotlists.import.download')}
        </Button>
        {badLines > SHOWN && (
          <span className="quiet">
            {t('hotlists.import.more', {
              shown: format.number(Math.min(SHOWN, bad.length)),
              count: badLines,
              named: format.number(bad.length),
            })}
          </span>
        )}
      </div>
    </>
  );
}
