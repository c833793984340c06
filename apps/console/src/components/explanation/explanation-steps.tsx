import type { Explanation, ExplanationStep } from '@amaan/contracts/explanation';
import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../access.ts';
import { useFormat } from '../../format/use-format.ts';
import { DigestText } from '../digest-text.tsx';
import { LedgerProofCheck } from '../ledger-proof-check.tsx';
import classes from './explanation-steps.module.css';
import { StepFacts } from './step-facts.tsx';

const TITLES = {
  frame: 'chain.frame',
  model: 'chain.model',
  configuration: 'chain.configuration',
  rule: 'chain.rule',
  hotlist: 'explain.hotlist',
  clone: 'explain.clone',
  'traffic-incident': 'explain.trafficIncident',
  resemblance: 'explain.face.resemblance',
  watchlist: 'explain.face.watchlist',
  permit: 'chain.permit',
  approvals: 'chain.approvals',
  validation: 'explain.validation',
  'impact-assessment': 'chain.impact',
  authorisation: 'chain.authorisation',
  suspension: 'explain.suspension',
  decisions: 'chain.decisions',
  violation: 'explain.challan.violation',
  'case-decisions': 'chain.decisions',
  challan: 'explain.challan.challan',
  'face-answers': 'explain.face.answers',
} as const satisfies Record<ExplanationStep['step'], string>;

/** What a reader must be allowed to do for a link to lead anywhere. */
const NEEDS = [
  { start: '/operations', action: 'alert.read', refused: 'explain.noAlert' },
  { start: '/violations', action: 'violation-case.read', refused: 'explain.challan.noCase' },
  { start: '/hotlists', action: 'hotlist.read', refused: 'explain.noHotlist' },
  { start: '/faces/matches', action: 'face-match.read', refused: 'explain.face.noMatch' },
  { start: '/faces/watchlists', action: 'watchlist.read', refused: 'explain.face.noWatchlist' },
  {
    start: '/faces/authorisations',
    action: 'face-authorisation.read',
    refused: 'explain.face.noAuthorisation',
  },
  { start: '/cameras', action: 'camera.read', refused: 'explain.noCamera' },
  { start: '/governance/assessments', action: 'record.read', refused: 'explain.noGovernance' },
  { start: '/governance', action: 'system.read', refused: 'explain.noGovernance' },
] as const;

/**
 * The chain of an explanation, step by step. With `proofs` each step lists the ledger entries that prove it,
 * and each can be checked in the browser with nothing but the explanation itself.
 */
export function ExplanationSteps({ explanation, proofs }: { explanation: Explanation; proofs: boolean }) {
  const { t } = useTranslation();
  return (
    <ol className={classes.steps}>
      {explanation.steps.map((step) => (
        <li key={step.step} className={classes.step}>
          <h3 className={classes.stepTitle}>{t(TITLES[step.step])}</h3>
          <div className={classes.stepBody}>
            <StepFacts step={step} />
            {proofs && <StepLink step={step} />}
            {proofs && <StepProofs step={step} explanation={explanation} />}
          </div>
        </li>
      ))}
    </ol>
  );
}

function StepLink({ step: { link } }: { step: ExplanationStep }): ReactNode {
  const { t } = useTranslation();
  const { history } = useRouter();
  const may = useMay();
  if (link === null) return null;
  const refused = NEEDS.find(({ start, action }) => link.startsWith(start) && !may(action));
  if (refused !== undefined) return <span className="quiet">{t(refused.refused)}</span>;
  return (
    <a
      href={link}
      className={classes.link}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        history.push(link);
      }}
    >
      {t('explain.open')}
    </a>
  );
}

function StepProofs({ step, explanation }: { step: ExplanationStep; explanation: Explanation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { ledger } = explanation;
  const entries = ledger.entries.filter(({ index }) => step.entries.includes(index));
  if (entries.length === 0) return null;
  return (
    <ul className={classes.entries}>
      {entries.map(({ index, entry, leafHash, path }) => (
        <li key={index}>
          <span className={classes.entry}>
            <span>{t('chain.entry', { index: format.number(index) })}</span>
            <span className="mono ltr">{entry.kind}</span>
            <span className="quiet">{format.dateTime(entry.at)}</span>
            <DigestText value={leafHash} />
          </span>
          <LedgerProofCheck
            index={index}
            expectedLeaf={leafHash}
            given={{
              entry,
              vkey: ledger.vkey,
              proof: {
                index,
                leafHash,
                path,
                size: ledger.size,
                root: ledger.root,
                checkpoint: ledger.checkpoint,
              },
            }}
          />
        </li>
      ))}
    </ul>
  );
}
