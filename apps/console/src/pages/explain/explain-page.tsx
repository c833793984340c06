import { ExplainedKind, type Explanation } from '@amaan/contracts/explanation';
import { Button, Skeleton } from '@mantine/core';
import { IconDownload, IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { explanationQuery } from '../../api/explanations.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ExplanationSteps } from '../../components/explanation/explanation-steps.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { AlertStateMark, PriorityMark, SimulatedMark } from '../../components/status-marks.tsx';
import { useFormat } from '../../format/use-format.ts';
import { checkInclusion } from '../../ledger/check-inclusion.ts';
import { saveBlob } from '../../save-blob.ts';
import { MatchStateMark } from '../faces/matches/match-marks.tsx';
import { ChallanStateMark } from '../violations/challans/challan-marks.tsx';
import classes from './explain-page.module.css';

/** One thing that the platform did, from the picture to the last decision, each step proven. */
export function ExplainPage() {
  const { kind, id } = useParams({ from: '/shell/explain/$kind/$id' });
  const parsed = ExplainedKind.safeParse(kind);
  const { t } = useTranslation();
  if (!parsed.success) {
    return (
      <EmptyNotice
        icon={<IconShieldX />}
        title={t('explain.unknownKind')}
        hint={t('explain.unknownKindHint')}
      />
    );
  }
  return <ExplanationView kind={parsed.data} id={id} />;
}

const TITLES = {
  alert: 'explain.alertTitle',
  'face-match': 'explain.face.title',
  challan: 'explain.challan.title',
} as const satisfies Record<ExplainedKind, string>;

function ExplanationView({ kind, id }: { kind: ExplainedKind; id: string }) {
  const { t } = useTranslation();
  const { data: explanation, error, refetch } = useQuery(explanationQuery(kind, id));
  if (error && !explanation) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1>{t(TITLES[kind])}</h1>
        <p className="prose quiet">{t('explain.hint')}</p>
        {explanation && <About explanation={explanation} />}
      </header>
      {explanation ? (
        <>
          <CheckAll key={explanation.explainedAt} explanation={explanation} />
          <section className={classes.card} aria-label={t(TITLES[kind])}>
            <ExplanationSteps explanation={explanation} proofs />
          </section>
        </>
      ) : (
        <>
          <Skeleton height={64} />
          <Skeleton height={640} />
        </>
      )}
    </div>
  );
}

function About({ explanation }: { explanation: Explanation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { about, notesWithheld } = explanation;
  return (
    <>
      <p className={classes.facts}>
        <StateMarks explanation={explanation} />
        {about.simulated && <SimulatedMark />}
        <span className="mono ltr">{about.system}</span>
        <time dateTime={about.raisedAt} title={t('bar.utc', { time: format.utc(about.raisedAt) })}>
          {format.dateTime(about.raisedAt)}
        </time>
      </p>
      {notesWithheld && <p className="quiet">{t('explain.withheld')}</p>}
    </>
  );
}

function StateMarks({ explanation }: { explanation: Explanation }) {
  switch (explanation.kind) {
    case 'alert':
      return (
        <>
          <PriorityMark priority={explanation.about.priority} />
          <AlertStateMark state={explanation.about.state} />
        </>
      );
    case 'face-match':
      return <MatchStateMark state={explanation.about.state} />;
    case 'challan':
      return <ChallanStateMark state={explanation.about.state} />;
  }
}

/** Checks every proof of the document in this browser, and offers the document itself. */
function CheckAll({ explanation }: { explanation: Explanation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { ledger } = explanation;
  const check = useMutation({
    mutationFn: async () => {
      for (const { index, entry, leafHash, path } of ledger.entries) {
        const { size, root, checkpoint, vkey } = ledger;
        const proof = { index, leafHash, path, size, root, checkpoint };
        const result = await checkInclusion({ entry, expectedLeaf: leafHash, proof, vkey });
        if (!result.proven) return { index, reason: result.reason };
      }
      return null;
    },
  });
  return (
    <div className={classes.actions}>
      {isSecureContext ? (
        <Button variant="default" loading={check.isPending} onClick={() => check.mutate()}>
          {t('explain.checkAll', { count: ledger.entries.length })}
        </Button>
      ) : (
        <span className="quiet">{t('proof.insecure')}</span>
      )}
      <Button
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden="true" />}
        onClick={() => download(explanation)}
      >
        {t('explain.download')}
      </Button>
      {check.data === null && (
        <span className={classes.good} role="status">
          <IconShieldCheck size={18} aria-hidden="true" />
          {t('explain.allProven', { count: ledger.entries.length, size: format.number(ledger.size) })}
        </span>
      )}
      {check.data && (
        <span className={classes.bad} role="alert">
          <IconShieldX size={18} aria-hidden="true" />
          {t('explain.notProven', {
            index: format.number(check.data.index),
            reason: t(`proof.${check.data.reason}`),
          })}
        </span>
      )}
    </div>
  );
}

function download(explanation: Explanation): void {
  const text = JSON.stringify(explanation, null, 1);
  saveBlob(
    `amaan-${explanation.kind}-${explanation.id}.json`,
    new Blob([text], { type: 'application/json' }),
  );
}
