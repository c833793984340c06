import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../access.ts';
import { holdsKey, liftHold, plateHoldsQuery } from '../../api/plates.ts';
import frame from '../../components/list-detail.module.css';
import { PlateText } from '../../components/plate-text.tsx';
import { ProblemLine } from '../../components/problem-notice.tsx';
import { useFormat } from '../../format/use-format.ts';
import classes from './cases.module.css';

/** The plates whose sightings a case keeps beyond the retention time; each can be let go. */
export function PlateHolds({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const queryClient = useQueryClient();
  const { data: holds, error } = useQuery(plateHoldsQuery(caseId));
  const lift = useMutation({
    mutationFn: (holdId: string) => liftHold(caseId, holdId),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: holdsKey }),
  });
  return (
    <>
      <h2>{t('plates.holds.title')}</h2>
      <ProblemLine error={error ?? lift.error} />
      {holds?.length === 0 && <p className="prose quiet">{t('plates.holds.none')}</p>}
      <ul className={classes.rows}>
        {holds?.map(({ id, plate, from, to, madeAt, madeBy }) => (
          <li key={id} className={classes.row}>
            <PlateText text={plate} />
            <span>{t('plates.holds.span', { from: format.dateTime(from), to: format.dateTime(to) })}</span>
            <span className="quiet">
              {t('plates.holds.made', { time: format.dateTime(madeAt), name: madeBy })}
            </span>
            <span className={frame.grow} />
            {may('case.change') && (
              <Button
                size="xs"
                variant="default"
                loading={lift.isPending && lift.variables === id}
                onClick={() => lift.mutate(id)}
              >
                {t('plates.holds.lift')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
