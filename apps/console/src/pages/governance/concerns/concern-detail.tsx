import { Concern } from '@amaan/contracts/governance/concern';
import { Button, Skeleton, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { answerConcern, concernQuery, stepConcern } from '../../../api/concerns.ts';
import { ProblemLine, ProblemNotice } from '../../../components/problem-notice.tsx';
import { RecordHeading } from '../../../components/records/record-heading.tsx';
import classes from '../../../components/records/records.module.css';
import { SignatureList } from '../../../components/records/signature-list.tsx';
import { FlowSteps } from '../flows/flow-steps.tsx';
import { RelatedRecords } from '../flows/related-records.tsx';
import { OpenIncidentButton } from '../incidents/open-incident-button.tsx';

/** What a citizen wrote and the reader may not see arrives empty. */
const Shown = Concern.omit({ what: true });

/** One concern: what was said, the answer, and what is done with it. */
export function ConcernDetail({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const { data: view, error, refetch } = useQuery(concernQuery(id));
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (view === undefined) return <Skeleton height={320} />;
  const { record, contact, signatures } = view;
  const { category, origin, answer } = Shown.parse(record.body);
  const what = String(record.body.what);
  const title = t(`concerns.categories.${category}`);
  const handles = may('concern.handle');
  return (
    <article className={classes.detail} aria-label={title}>
      <RecordHeading record={record} title={title} about={t(`concerns.origin.${origin}`)} onClose={onClose} />
      <p dir="auto" style={{ whiteSpace: 'pre-wrap' }}>
        {what === '' ? <span className="quiet">{t('concerns.withheld')}</span> : what}
      </p>
      {handles && (
        <section className={classes.block}>
          <h3>{t('concerns.contact')}</h3>
          <p>
            {contact === null ? (
              <span className="quiet">{t('concerns.contactGone')}</span>
            ) : (
              <bdi className="ltr">{contact}</bdi>
            )}
          </p>
        </section>
      )}
      {handles && record.closedAt === null ? (
        <AnswerForm id={id} seen={record.version} saved={answer} />
      ) : (
        answer !== '' && (
          <section className={classes.block}>
            <h3>{t('concerns.answer')}</h3>
            <p dir="auto">{answer}</p>
          </section>
        )
      )}
      <RelatedRecords related={view.related} />
      <div>
        <OpenIncidentButton origin={{ kind: 'concern', id }} />
      </div>
      <FlowSteps view={view} mayStep={handles} take={(step) => stepConcern(id, step)} />
      <section className={classes.block}>
        <h3>{t('documents.signatures')}</h3>
        <SignatureList signatures={signatures} />
      </section>
    </article>
  );
}

function AnswerForm({ id, seen, saved }: { id: string; seen: number; saved: string }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [answer, setAnswer] = useState(saved);
  const save = useMutation({
    mutationFn: () => answerConcern(id, { seen, answer }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['concerns'] }),
  });
  return (
    <section className={classes.block}>
      <Textarea
        label={t('concerns.answer')}
        description={t('concerns.answerHint')}
        value={answer}
        dir="auto"
        autosize
        minRows={3}
        maxLength={4000}
        onChange={({ currentTarget }) => setAnswer(currentTarget.value)}
      />
      <ProblemLine error={save.error} />
      <div>
        <Button
          variant="default"
          size="xs"
          loading={save.isPending}
          disabled={answer.trim() === '' || answer === saved}
          onClick={() => save.mutate()}
        >
          {t('concerns.saveAnswer')}
        </Button>
      </div>
    </section>
  );
}
