import type { IncidentSelection } from '@amaan/contracts/crime/analysis-question';
import { Slider } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { CrimeFrame } from '../crime-frame.tsx';
import { ResultPanel } from '../picture/result-panel.tsx';
import { CrimePageBody } from '../question/crime-page-body.tsx';
import { useQuestion } from '../question/question-of.ts';
import { type CrimeSelectionState, useCrimeSelection } from '../question/use-crime-selection.ts';
import { AnalysisFrame } from '../run/analysis-frame.tsx';
import { useAnalysis } from '../run/use-analysis.ts';
import { AuditTable } from './audit-table.tsx';
import classes from './feedback.module.css';
import { type FeedbackSearch, LIMITS } from './feedback-search.ts';
import { LoopCharts } from './loop-charts.tsx';

const route = getRouteApi('/shell/crime/feedback');

/**
 * What happens where patrols go where their own records send them: in a simulated city, without and with guards; and below,
 * how patrols and reports really share out.
 */
export function FeedbackPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const state = useCrimeSelection(search);
  const change = (changes: { [Key in keyof FeedbackSearch]?: FeedbackSearch[Key] | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...changes }) as FeedbackSearch, replace: true });
  return (
    <CrimeFrame>
      <CrimePageBody search={search} state={state} onChange={change}>
        {(selection) => (
          <div className={classes.page}>
            <Loop selection={selection} search={search} state={state} onChange={change} />
            <Audit selection={selection} state={state} />
          </div>
        )}
      </CrimePageBody>
    </CrimeFrame>
  );
}

function Loop({
  selection,
  search,
  state,
  onChange,
}: {
  selection: IncidentSelection;
  search: FeedbackSearch;
  state: CrimeSelectionState;
  onChange: (changes: Partial<FeedbackSearch>) => void;
}) {
  const { t } = useTranslation();
  const { past = LIMITS.past.usual, reported = LIMITS.reported.usual, found = LIMITS.found.usual } = search;
  const run = useAnalysis(
    useQuestion('feedback-loop', selection, {
      unequalPast: past,
      reportedShare: reported / 100,
      foundShare: found / 100,
    }),
  );
  return (
    <section className={classes.part} aria-labelledby="feedback-loop">
      <header className={classes.heading}>
        <h1 id="feedback-loop">{t('crimeFeedback.title')}</h1>
        <SimulatedMark />
      </header>
      <p className="prose quiet">{t('crimeFeedback.hint')}</p>
      <div className={classes.sliders}>
        <Parameter name="past" value={past} onChange={(value) => onChange({ past: value })} />
        <Parameter name="reported" value={reported} onChange={(value) => onChange({ reported: value })} />
        <Parameter name="found" value={found} onChange={(value) => onChange({ found: value })} />
      </div>
      <AnalysisFrame
        run={run}
        height={320}
        about={{ title: t('crimeFeedback.title'), hint: t('crimeFeedback.hint') }}
      >
        {(result, details) => (
          <ResultPanel
            details={details}
            title={t('crimeFeedback.title')}
            name={`${state.siteName}-feedback-loop`}
            formats={['csv']}
          >
            <LoopCharts result={result} />
          </ResultPanel>
        )}
      </AnalysisFrame>
    </section>
  );
}

/** A number that one slides; it counts when it is let go. */
function Parameter({
  name,
  value,
  onChange,
}: {
  name: keyof typeof LIMITS;
  value: number;
  onChange: (value: number) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [sliding, setSliding] = useState(value);
  useEffect(() => setSliding(value), [value]);
  const { min, max, step } = LIMITS[name];
  const words = (each: number) =>
    name === 'past' ? `× ${format.number(each, 1)}` : `${format.number(each)} %`;
  return (
    <div>
      <span id={`feedback-${name}`}>
        {t(`crimeFeedback.parameter.${name}`)}: <bdi>{words(sliding)}</bdi>
      </span>
      <Slider
        aria-labelledby={`feedback-${name}`}
        {...{ min, max, step }}
        label={null}
        value={sliding}
        onChange={setSliding}
        onChangeEnd={onChange}
      />
      <span className="quiet">{t(`crimeFeedback.parameterHint.${name}`)}</span>
    </div>
  );
}

function Audit({ selection, state }: { selection: IncidentSelection; state: CrimeSelectionState }) {
  const { t } = useTranslation();
  const run = useAnalysis(useQuestion('patrol-audit', selection));
  return (
    <section className={classes.part} aria-labelledby="patrol-audit">
      <h2 id="patrol-audit">{t('crimeFeedback.audit')}</h2>
      <p className="prose quiet">{t('crimeFeedback.auditHint')}</p>
      <AnalysisFrame
        run={run}
        height={200}
        about={{ title: t('crimeFeedback.audit'), hint: t('crimeFeedback.auditHint') }}
      >
        {(result, details) => (
          <ResultPanel
            details={details}
            title={t('crimeFeedback.audit')}
            name={`${state.siteName}-patrol-audit`}
            formats={['csv']}
          >
            <AuditTable result={result} />
          </ResultPanel>
        )}
      </AnalysisFrame>
    </section>
  );
}
