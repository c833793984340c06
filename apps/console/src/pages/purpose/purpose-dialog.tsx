import { PURPOSES, type Purpose, type StatedPurposeView } from '@amaan/contracts/stated-purpose';
import { Button, Modal, Select, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { casesQuery, statePurpose } from '../../api/access.ts';
import { ProblemLine } from '../../components/problem-notice.tsx';
import classes from './purpose.module.css';

/** The case that was read for last, kept for this browser session. */
const LAST_CASE = 'amaan.last-case';
const LEAST_LETTERS = 10;

/** Asks which case and what for before alerts and evidence are read. Says that it is recorded. */
export function PurposeDialog({
  caseId,
  title,
  why,
  onStated,
  onClose,
}: {
  caseId?: string;
  /** Where something else than alerts is read: what is asked, and why. */
  title?: string;
  why?: string;
  onStated?: (stated: StatedPurposeView) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { data: cases = [] } = useQuery(casesQuery);
  const open = cases.filter(({ closedAt }) => closedAt === null);
  const [chosen, setChosen] = useState(caseId ?? sessionStorage.getItem(LAST_CASE));
  const [purpose, setPurpose] = useState<Purpose>(PURPOSES[0]);
  const [statement, setStatement] = useState('');
  const [tried, setTried] = useState(false);
  const valid = open.find(({ id }) => id === chosen) ?? open[0];
  const state = useMutation({
    mutationFn: statePurpose,
    onSuccess: async (stated) => {
      sessionStorage.setItem(LAST_CASE, stated.caseId);
      onClose();
      onStated?.(stated);
      // What may be seen has changed everywhere.
      await queryClient.invalidateQueries();
    },
  });
  return (
    <Modal opened onClose={onClose} title={title ?? t('access.purpose.title')}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (valid !== undefined && statement.trim().length >= LEAST_LETTERS)
            state.mutate({ caseId: valid.id, purpose, statement });
        }}
      >
        <p className="prose">{why ?? t('access.purpose.why')}</p>
        {valid === undefined ? (
          <p role="alert">{t('access.purpose.noCase')}</p>
        ) : (
          <Select
            label={t('access.purpose.case')}
            allowDeselect={false}
            value={valid.id}
            onChange={setChosen}
            data={open.map(({ id, number, title }) => ({ value: id, label: `${number} · ${title}` }))}
          />
        )}
        <Select
          label={t('access.purpose.purpose')}
          allowDeselect={false}
          value={purpose}
          onChange={(value) => value !== null && setPurpose(value as Purpose)}
          data={PURPOSES.map((value) => ({ value, label: t(`access.purpose.kind.${value}`) }))}
        />
        <Textarea
          label={t('access.purpose.statement')}
          value={statement}
          dir="auto"
          autosize
          minRows={2}
          maxLength={1000}
          onChange={({ currentTarget }) => setStatement(currentTarget.value)}
          error={tried && statement.trim().length < LEAST_LETTERS && t('access.purpose.statementNeeded')}
        />
        <ProblemLine error={state.error} />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" disabled={valid === undefined} loading={state.isPending}>
            {t('access.purpose.state')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
