import type { ViolationCaseView } from '@amaan/contracts/violations/violation-case';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { violationQuery } from '../../../api/violations.ts';
import { ExplainedChain } from '../../../components/explanation/explained-chain.tsx';
import frame from '../../../components/list-detail.module.css';
import { OpenThing } from '../../../components/open-thing.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { CaseEvidence } from '../evidence/case-evidence.tsx';
import { CaseFacts } from '../evidence/case-facts.tsx';
import { PlateAndRegistry } from '../evidence/plate-and-registry.tsx';
import { CaseStateMark } from '../parts/case-marks.tsx';
import { AnswerPanel } from './answer-panel.tsx';
import { HoldNotice } from './hold-notice.tsx';
import classes from './review.module.css';

/** One case: the pictures first, below them plate and registry, what was measured, and the answer. */
export function CaseDetail({
  id,
  onAnswered,
  onClose,
}: {
  id: string;
  onAnswered: (id: string) => void;
  onClose: () => void;
}) {
  const query = useQuery(violationQuery(id));
  return (
    <OpenThing query={query} onClose={onClose}>
      {(violationCase) => <OpenCase violationCase={violationCase} onAnswered={onAnswered} />}
    </OpenThing>
  );
}

function OpenCase({
  violationCase,
  onAnswered,
}: {
  violationCase: ViolationCaseView;
  onAnswered: (id: string) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, cameraName, occurredAt, state, holds, duplicates, challan, simulated } = violationCase;
  return (
    <>
      <header className={frame.heading}>
        <h1>{t('violations.review.case', { kind: t(`violations.kind.${kind}`), camera: cameraName })}</h1>
        {state !== 'for-review' && state !== 'second-look' && <CaseStateMark state={state} />}
        {simulated && <SimulatedMark />}
        <time className="quiet" dateTime={occurredAt} title={t('bar.utc', { time: format.utc(occurredAt) })}>
          {format.dateTime(occurredAt)}
        </time>
        {duplicates > 0 && (
          <span className="quiet">{t('violations.review.merged', { count: duplicates })}</span>
        )}
      </header>
      <HoldNotice holds={holds} />
      <CaseEvidence violationCase={violationCase} keys />
      <div className={classes.below}>
        <PlateAndRegistry violationCase={violationCase} />
        <CaseFacts violationCase={violationCase} />
        <AnswerPanel key={state} violationCase={violationCase} onAnswered={onAnswered} />
      </div>
      {challan !== null && <ExplainedChain kind="challan" id={challan.id} />}
    </>
  );
}
