import type { Watchlist } from '@amaan/contracts/faces/watchlist';
import { Button, FileInput, Modal, Progress, TextInput } from '@mantine/core';
import { IconPhoto, IconTable } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemLine } from '../../../../components/problem-notice.tsx';
import classes from './bulk.module.css';
import { LineRow } from './line-row.tsx';
import { byName, isOpen, lineProblems, nameKey, type PictureSaid } from './picture-line.ts';
import { fillLines, PICTURE_COLUMNS, readPictureTable } from './picture-table.ts';
import { useBulkEnrolment } from './use-bulk-enrolment.ts';

const MINUTE_MS = 60_000;

/** Enrols many pictures, of one person or of many, each with its own result. */
export function BulkEnrolDialog({ list, onClose }: { list: Watchlist; onClose: () => void }) {
  const { t } = useTranslation();
  const bulk = useBulkEnrolment(list);
  const { lines, common, running, entries } = bulk;
  const [tried, setTried] = useState(false);
  const today = new Date().toISOString().slice(0, 10);
  const onList = useMemo(() => byName(entries ?? []), [entries]);
  const open = lines.filter(isOpen);
  const problems = new Map(open.map((line) => [line.id, lineProblems(line, common, today)]));
  const lacking = open.filter(({ id }) => problems.get(id)!.size > 0).length;
  const shown = (id: string) => (tried ? [...(problems.get(id) ?? [])].join(' ') : '');
  return (
    <Modal opened size="min(1180px, 96vw)" onClose={onClose} title={t('watchlists.bulk.title')}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (lacking === 0 && open.length > 0) void bulk.start();
        }}
      >
        <p className="quiet prose">{t('watchlists.bulk.intro')}</p>
        <div className={classes.pair}>
          <FileInput
            multiple
            label={t('watchlists.bulk.files')}
            description={t('watchlists.bulk.filesHint')}
            placeholder={t('watchlists.bulk.choose')}
            accept="image/jpeg,image/png,image/webp"
            leftSection={<IconPhoto size={16} aria-hidden="true" />}
            valueComponent={() => t('watchlists.bulk.count', { count: lines.length })}
            value={lines.map(({ file }) => file)}
            disabled={running !== null}
            onChange={bulk.add}
          />
          <TableInput bulk={bulk} />
        </div>
        <Common value={common} today={today} disabled={running !== null} onChange={bulk.setCommon} />
        {lines.length > 0 && (
          <div className={classes.scroll}>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th>{t('watchlists.bulk.columnFile')}</th>
                  <th>{t('watchlists.bulk.columnPerson')}</th>
                  <th>{t('watchlists.bulk.columnSaid')}</th>
                  <th>{t('watchlists.bulk.columnResult')}</th>
                  <th />
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <LineRow
                    key={line.id}
                    line={line}
                    problems={shown(line.id)}
                    isOnList={onList.has(nameKey(line.name))}
                    locked={running !== null}
                    today={today}
                    onChange={bulk.change}
                    onRemove={bulk.remove}
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
        {tried && lacking > 0 && (
          <p className={classes.need} role="alert">
            {t('watchlists.bulk.need', { count: lacking })}
          </p>
        )}
        <Standing bulk={bulk} />
        {bulk.unread && <ProblemLine error={bulk.unread} />}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('watchlists.entry.close')}
          </Button>
          {running !== null ? (
            <Button variant="default" disabled={bulk.stopping} onClick={bulk.stop}>
              {t('watchlists.bulk.stop')}
            </Button>
          ) : (
            <Button type="submit" disabled={open.length === 0 || entries === undefined}>
              {t('watchlists.bulk.start', { count: open.length })}
            </Button>
          )}
        </div>
      </form>
    </Modal>
  );
}

/** Takes a table of what is said of the pictures. */
function TableInput({ bulk }: { bulk: ReturnType<typeof useBulkEnrolment> }) {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const take = async (chosen: File | null) => {
    setFile(chosen);
    const table = chosen && readPictureTable(await chosen.text());
    if (!table) {
      setSaid(chosen && t('watchlists.bulk.tableNone'));
      return;
    }
    const { lines, filled } = fillLines(bulk.lines, table);
    bulk.setLines(lines);
    const bad =
      table.badLines.length > 0 && t('watchlists.bulk.tableBad', { lines: table.badLines.join(', ') });
    setSaid([t('watchlists.bulk.tableRead', { count: filled }), bad].filter(Boolean).join(' '));
  };
  return (
    <div>
      <FileInput
        label={t('watchlists.bulk.table')}
        description={t('watchlists.bulk.tableHint', { columns: PICTURE_COLUMNS })}
        placeholder={t('watchlists.bulk.chooseTable')}
        accept=".csv,text/csv"
        leftSection={<IconTable size={16} aria-hidden="true" />}
        clearable
        value={file}
        disabled={bulk.running !== null || bulk.lines.length === 0}
        onChange={(chosen) => void take(chosen)}
      />
      {said !== null && <p role="status">{said}</p>}
    </div>
  );
}

function Common({
  value,
  today,
  disabled,
  onChange,
}: {
  value: PictureSaid;
  today: string;
  disabled: boolean;
  onChange: (value: PictureSaid) => void;
}) {
  const { t } = useTranslation();
  const field = (name: keyof PictureSaid) => ({
    label: t(`watchlists.picture.${name}`),
    value: value[name],
    disabled,
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      onChange({ ...value, [name]: currentTarget.value }),
  });
  return (
    <fieldset className={classes.common}>
      <legend>{t('watchlists.bulk.common')}</legend>
      <TextInput {...field('source')} dir="auto" maxLength={300} />
      <TextInput {...field('lawfulness')} dir="auto" maxLength={1000} />
      <TextInput {...field('takenOn')} type="date" max={today} />
    </fieldset>
  );
}

/** How far it is, and what became of those that were tried. */
function Standing({
  bulk: { lines, running, interrupted, stopping },
}: {
  bulk: ReturnType<typeof useBulkEnrolment>;
}) {
  const { t } = useTranslation();
  const count = (...states: string[]) => lines.filter(({ result }) => states.includes(result.state)).length;
  const done = count('done', 'held');
  const summary = t('watchlists.bulk.summary', {
    ...{ done, held: count('held'), refused: count('refused') },
    open: count('waiting', 'working', 'failed'),
  });
  if (running === null)
    return (
      <>
        {interrupted && (
          <p className={classes.need} role="alert">
            {t('watchlists.bulk.interrupted')}
          </p>
        )}
        {done + count('refused', 'failed') > 0 && <p role="status">{summary}</p>}
      </>
    );
  const tried = running.total - count('waiting', 'working', 'failed');
  const left = tried < 1 ? null : ((Date.now() - running.began) / tried) * (running.total - tried);
  return (
    <div className={classes.progress}>
      <Progress value={(100 * tried) / running.total} aria-label={t('watchlists.bulk.title')} />
      <p role="status">
        {t('watchlists.bulk.progress', { done: tried, total: running.total })}
        {left !== null &&
          ` · ${t('watchlists.bulk.left', { count: Math.max(1, Math.round(left / MINUTE_MS)) })}`}
      </p>
      <p className="quiet">{t(stopping ? 'watchlists.bulk.stopping' : 'watchlists.bulk.stay')}</p>
    </div>
  );
}
