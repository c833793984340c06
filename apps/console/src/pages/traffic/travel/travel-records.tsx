import { Skeleton } from '@mantine/core';
import { IconNotebook } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { travelRecordsQuery } from '../../../api/traffic.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from './travel.module.css';

/** Who asked for figures that come from plates, and what for. */
export function TravelRecords() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch } = useQuery(travelRecordsQuery);
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton height={200} />;
  if (data.length === 0) return <EmptyNotice icon={<IconNotebook />} title={t('travel.noRecords')} />;
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('travel.askedAt')}</th>
            <th scope="col">{t('travel.askedBy')}</th>
            <th scope="col">{t('travel.what')}</th>
            <th scope="col">{t('travel.cameraCount')}</th>
            <th scope="col">{t('travel.purpose')}</th>
          </tr>
        </thead>
        <tbody>
          {data.map(({ id, at, byName, kind, cameras, purpose }) => (
            <tr key={id}>
              <td>{format.dateTime(at)}</td>
              <td>
                <bdi>{byName}</bdi>
              </td>
              <td>{t(`travel.kind.${kind}`)}</td>
              <td className="ltr">{format.number(cameras.length)}</td>
              <td className={classes.words} dir="auto">
                {purpose}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
