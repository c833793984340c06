import type { CaseFileDetail } from '@amaan/contracts/case-file';
import { ActionIcon, Button, Select, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconUserMinus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../access.ts';
import {
  addCaseMember,
  caseCandidatesQuery,
  caseQuery,
  casesQuery,
  closeCase,
  removeCaseMember,
} from '../../api/access.ts';
import frame from '../../components/list-detail.module.css';
import { ProblemLine, ProblemNotice } from '../../components/problem-notice.tsx';
import { AlertStateMark, SimulatedMark } from '../../components/status-marks.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useAlertTitle } from '../operations/use-alert-title.ts';
import { PurposeDialog } from '../purpose/purpose-dialog.tsx';
import classes from './cases.module.css';
import { PlateHolds } from './plate-holds.tsx';

/** One case: who works on it and which alerts belong to it. */
export function CaseDetail({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data: file, error, refetch } = useQuery(caseQuery(id));
  if (error && !file) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <Button
        className={frame.back}
        variant="subtle"
        component={Link}
        to="/cases"
        leftSection={<IconArrowLeft size={16} className="mirrored" aria-hidden="true" />}
      >
        {t('common.back')}
      </Button>
      {file ? <CaseView file={file} /> : <Skeleton height={240} />}
    </>
  );
}

function CaseView({ file }: { file: CaseFileDetail }) {
  const titleOf = useAlertTitle();
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const isOpen = file.closedAt === null;
  const close = useMutation({
    mutationFn: () => closeCase(file.id, isOpen),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: casesQuery.queryKey }),
  });
  return (
    <>
      <header className={frame.heading}>
        <h1>
          <bdi>{file.title}</bdi>
        </h1>
        <span className="mono ltr">{file.number}</span>
        {file.demo && <SimulatedMark />}
        <span className={frame.grow} />
        {isOpen && may('purpose.state') && (
          <Button onClick={() => setAsking(true)}>{t('access.purpose.begin')}</Button>
        )}
        <Button variant="default" loading={close.isPending} onClick={() => close.mutate()}>
          {isOpen ? t('access.cases.close') : t('access.cases.reopen')}
        </Button>
      </header>
      <p className="quiet">
        {t('access.cases.opened', { time: format.dateTime(file.openedAt), name: file.openedBy })}
        {file.closedAt !== null &&
          ` · ${t('access.cases.closedAt', { time: format.dateTime(file.closedAt) })}`}
      </p>
      <ProblemLine error={close.error} />
      <Members file={file} />
      <h2>{t('access.cases.alerts')}</h2>
      {file.attached.length === 0 ? (
        <p className="prose quiet">{t('access.cases.noAlerts')}</p>
      ) : (
        <ul className={classes.rows}>
          {file.attached.map(({ alertId, alert }) => (
            <li key={alertId} className={classes.row}>
              {alert === null ? (
                <span className="quiet">{t('access.cases.hidden')}</span>
              ) : (
                <>
                  <Link to="/operations" search={{ alert: alertId }}>
                    <bdi>{titleOf(alert)}</bdi>
                  </Link>
                  <bdi>{alert.cameraName}</bdi>
                  <AlertStateMark state={alert.state} />
                  <span className="quiet">{format.dateTime(alert.raisedAt)}</span>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      <PlateHolds caseId={file.id} />
      {asking && <PurposeDialog caseId={file.id} onClose={() => setAsking(false)} />}
    </>
  );
}

function Members({ file }: { file: CaseFileDetail }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { data: candidates = [] } = useQuery(caseCandidatesQuery(file.siteId));
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: casesQuery.queryKey });
  const add = useMutation({ mutationFn: (userId: string) => addCaseMember(file.id, userId), onSuccess });
  const remove = useMutation({
    mutationFn: (userId: string) => removeCaseMember(file.id, userId),
    onSuccess,
  });
  const members = new Set(file.members.map(({ userId }) => userId));
  const others = candidates.filter(({ userId }) => !members.has(userId));
  return (
    <>
      <h2>{t('access.cases.members')}</h2>
      <ul className={classes.rows}>
        {file.members.map(({ userId, name, role }) => (
          <li key={userId} className={classes.row}>
            <bdi>{name}</bdi>
            <span className="quiet">{t(`role.${role as 'investigator'}`)}</span>
            <span className={frame.grow} />
            {file.members.length > 1 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('access.cases.remove', { name })}
                loading={remove.isPending && remove.variables === userId}
                onClick={() => remove.mutate(userId)}
              >
                <IconUserMinus size={18} aria-hidden="true" />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {file.closedAt === null && others.length > 0 && (
        <Select
          label={t('access.cases.addMember')}
          value={null}
          searchable
          maw={360}
          onChange={(userId) => userId !== null && add.mutate(userId)}
          data={others.map(({ userId, name, role }) => ({
            value: userId,
            label: `${name} · ${t(`role.${role as 'investigator'}`)}`,
          }))}
        />
      )}
      <ProblemLine error={add.error ?? remove.error} />
    </>
  );
}
