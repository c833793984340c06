import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../../../components/mark.tsx';
import { ProblemLine } from '../../../../components/problem-notice.tsx';
import classes from './bulk.module.css';
import { isOpen, type LineProblem, type PictureLine } from './picture-line.ts';

/** One picture: whose it is, what is said of it, and what became of it. */
export const LineRow = memo(function LineRow({
  line,
  problems,
  isOnList,
  locked,
  today,
  onChange,
  onRemove,
}: {
  line: PictureLine;
  /** Names of them, so that an unchanged row is not drawn again. */
  problems: string;
  isOnList: boolean;
  locked: boolean;
  today: string;
  onChange: (id: string, changes: Partial<PictureLine>) => void;
  onRemove: (id: string) => void;
}) {
  const { t } = useTranslation();
  const has = (problem: LineProblem) => problems.split(' ').includes(problem);
  const fixed = locked || !isOpen(line);
  const [isSaying, setSaying] = useState(false);
  const lacks = has('sourceNeeded') || has('lawfulnessNeeded') || has('takenNeeded');
  const says = isSaying || lacks || [line.source, line.lawfulness, line.takenOn].some((said) => said !== '');
  const text = (
    field: 'name' | 'source' | 'lawfulness' | 'takenOn',
    label: string,
    error: string | false,
  ) => ({
    size: 'xs' as const,
    'aria-label': `${label}: ${line.file.name}`,
    value: line[field],
    disabled: fixed,
    error,
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      onChange(line.id, { [field]: currentTarget.value, ...reopened(line) }),
  });
  return (
    <tr data-state={line.result.state}>
      <td className={classes.file}>
        <bdi>{line.file.name}</bdi>
        {has('fileLarge') && <span className={classes.need}>{t('watchlists.picture.fileLarge')}</span>}
      </td>
      <td>
        <TextInput
          {...text(
            'name',
            t('watchlists.bulk.columnPerson'),
            has('nameNeeded') && t('watchlists.bulk.needName'),
          )}
          dir="auto"
          maxLength={120}
        />
        {!isOpen(line) ? null : isOnList ? (
          <span className="quiet">{t('watchlists.bulk.onList')}</span>
        ) : (
          <span className={classes.flags}>
            {(['child', 'missing'] as const).map((flag) => (
              <Checkbox
                key={flag}
                size="xs"
                label={t(`watchlists.entry.${flag}`)}
                checked={line[flag]}
                disabled={fixed}
                onChange={({ currentTarget }) => onChange(line.id, { [flag]: currentTarget.checked })}
              />
            ))}
          </span>
        )}
      </td>
      <td className={classes.said}>
        {says ? (
          <>
            <TextInput
              {...text(
                'source',
                t('watchlists.picture.source'),
                has('sourceNeeded') && t('watchlists.picture.sourceNeeded'),
              )}
              placeholder={`${t('watchlists.picture.source')}: ${t('watchlists.bulk.asAbove')}`}
              dir="auto"
              maxLength={300}
            />
            <TextInput
              {...text(
                'lawfulness',
                t('watchlists.picture.lawfulness'),
                has('lawfulnessNeeded') && t('watchlists.picture.lawfulnessNeeded'),
              )}
              placeholder={`${t('watchlists.picture.lawfulness')}: ${t('watchlists.bulk.asAbove')}`}
              dir="auto"
              maxLength={1000}
            />
            <TextInput
              {...text(
                'takenOn',
                t('watchlists.picture.takenOn'),
                has('takenNeeded') && t('watchlists.picture.takenNeeded'),
              )}
              type="date"
              max={today}
            />
          </>
        ) : fixed ? (
          <span className="quiet">{t('watchlists.bulk.asAbove')}</span>
        ) : (
          <Button size="compact-xs" variant="subtle" onClick={() => setSaying(true)}>
            {t('watchlists.bulk.sayOtherwise')}
          </Button>
        )}
      </td>
      <td className={classes.result}>
        <Result line={line} />
      </td>
      <td>
        {!fixed && (
          <ActionIcon
            variant="subtle"
            aria-label={t('watchlists.bulk.remove', { file: line.file.name })}
            onClick={() => onRemove(line.id)}
          >
            <IconX size={16} aria-hidden="true" />
          </ActionIcon>
        )}
      </td>
    </tr>
  );
});

/** Who changes a refused line gives it another try, and its refusal is past. */
function reopened({ result }: PictureLine): Partial<PictureLine> {
  return result.state === 'refused' || result.state === 'failed' ? { result: { state: 'waiting' } } : {};
}

function Result({ line: { result } }: { line: PictureLine }) {
  const { t } = useTranslation();
  if (result.state === 'waiting') return <span className="quiet">{t('watchlists.bulk.result.waiting')}</span>;
  if (result.state === 'working') return <span role="status">{t('watchlists.bulk.result.working')}</span>;
  if (result.state === 'done')
    return (
      <Mark shape="circle" tone="good">
        {t('watchlists.bulk.result.done')}
      </Mark>
    );
  if (result.state === 'held')
    return (
      <Mark shape="triangle" tone="high">
        {t('watchlists.bulk.result.held', { count: result.doubts })}
      </Mark>
    );
  return (
    <>
      <Mark shape="square" tone="critical">
        {t(`watchlists.bulk.result.${result.state}`)}
      </Mark>
      <ProblemLine error={result.error} />
    </>
  );
}
