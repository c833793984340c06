import { Button } from '@mantine/core';
import { IconEyeQuestion } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../access.ts';
import { endPurpose, purposeQuery } from '../../api/access.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { useFormat } from '../../format/use-format.ts';
import classes from './purpose.module.css';
import { PurposeDialog } from './purpose-dialog.tsx';

/** Shows what needs a stated purpose only while there is one; for everybody else it is not there. */
export function PurposeGate({
  needs = 'alert.read',
  why,
  children,
}: {
  /** The action that the purpose opens. */
  needs?: string;
  /** Where something else than alerts is read: why it needs a purpose. */
  why?: string;
  children: ReactNode;
}) {
  const may = useMay();
  return may('purpose.state') ? (
    <Gate needs={needs} why={why}>
      {children}
    </Gate>
  ) : (
    children
  );
}

function Gate({ needs, why, children }: { needs: string; why: string | undefined; children: ReactNode }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { data } = useQuery(purposeQuery);
  const purpose = data?.purpose ?? null;
  const end = useMutation({ mutationFn: endPurpose, onSuccess: () => queryClient.invalidateQueries() });
  if (!may(needs))
    return (
      <>
        <EmptyNotice
          icon={<IconEyeQuestion />}
          title={t('access.purpose.needed')}
          hint={why ?? t('access.purpose.why')}
          action={<Button onClick={() => setAsking(true)}>{t('access.purpose.begin')}</Button>}
        />
        {asking && <PurposeDialog {...(why !== undefined && { why })} onClose={() => setAsking(false)} />}
      </>
    );
  // Supervisors read alerts without a purpose, and search with one. What is behind the gate keeps its place in the
  // tree either way: rights and purpose arrive one after the other, and an open form must outlive that.
  return (
    <div className={classes.gate} data-purpose={purpose !== null || undefined}>
      {purpose !== null && (
        <div className={classes.bar} role="status">
          <span>
            {t('access.purpose.reading', {
              number: purpose.caseNumber,
              time: format.clock(new Date(purpose.expiresAt)),
            })}
          </span>
          <Button variant="default" size="compact-sm" loading={end.isPending} onClick={() => end.mutate()}>
            {t('access.purpose.end')}
          </Button>
        </div>
      )}
      {children}
    </div>
  );
}
