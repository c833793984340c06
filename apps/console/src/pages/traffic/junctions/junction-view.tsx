import type { JunctionDetails } from '@amaan/contracts/traffic/junction-record';
import { Button, Skeleton } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { decisionsQuery, shownLightsQuery } from '../../../api/signals.ts';
import { lanesQuery } from '../../../api/traffic.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { LinkButton } from '../../../components/link-button.tsx';
import { ProblemLine, useCodedSentence } from '../../../components/problem-notice.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { useNow } from '../../../format/use-now.ts';
import { ApprovalPanel } from './approval-panel.tsx';
import { bearingOfName } from './bearing-of-name.ts';
import { DecisionList } from './decision-list.tsx';
import { EventList } from './event-list.tsx';
import classes from './junction-page.module.css';
import { JunctionPlan } from './junction-plan.tsx';
import { FixedPlanButton, ModePanel } from './mode-panel.tsx';
import { planBars, secondOfCycle, shownBars } from './plan-bars.ts';
import { useReasonText } from './reason-text.tsx';
import { LightLegend, SignalDiagram } from './signal-diagram.tsx';
import { ModeMark, StandingMark } from './signal-marks.tsx';
import { VersionList } from './version-list.tsx';

/** How much of the past the diagram of what was shown goes back. */
const PAST_SECONDS = 90;

/** One junction: what it shows now, what is queued before it, what is proposed and why, and who may change that. */
export function JunctionView({ junction }: { junction: JunctionDetails }) {
  const { t } = useTranslation();
  const may = useMay();
  const { live, definition } = junction;
  const bearings = useBearings(junction);
  return (
    <>
      <header className={classes.heading}>
        <h1>
          <bdi>{junction.name}</bdi>
        </h1>
        <ModeMark mode={junction.mode} />
        <StandingMark junction={junction} />
        {junction.simulated && <SimulatedMark />}
        <span className={classes.grow} />
        {may('what-if.run') && (
          <LinkButton
            to="/traffic/what-if"
            search={{ junction: junction.id }}
            size="xs"
            variant="default"
            leftSection={<IconRoute size={16} aria-hidden="true" />}
          >
            {t('signals.toWhatIf')}
          </LinkButton>
        )}
        {may('signal.fix') && <FixedPlanButton junction={junction} />}
      </header>
      <Troubles junction={junction} />
      <div className={classes.columns}>
        <section className={classes.panel} aria-label={t('signals.now')}>
          <h2>{t('signals.now')}</h2>
          <JunctionPlan
            junction={definition}
            lights={live ? (live.shown ?? live.state.lights) : null}
            lanes={live?.lanes ?? []}
            bearings={bearings}
          />
          <NowFacts junction={junction} />
        </section>
        <section className={classes.panel} aria-label={t('signals.phases')}>
          <h2>{t('signals.phases')}</h2>
          <h3>{t('signals.shownTitle', { seconds: PAST_SECONDS })}</h3>
          <ShownDiagram junction={junction} />
          <h3>{t('signals.fixedPlanTitle')}</h3>
          <PlanDiagram junction={junction} />
          <LightLegend />
        </section>
      </div>
      <div className={classes.columns}>
        <Decisions junction={junction} />
        <div className={classes.stack}>
          <ModePanel junction={junction} />
          {may('signal-approval.read') && <ApprovalPanel junction={junction} />}
          <EventList junctionId={junction.id} />
          <VersionList junctionId={junction.id} />
        </div>
      </div>
    </>
  );
}

/** What is wrong, one sentence each: the definition contradicts itself, nobody answers, or it fell back. */
function Troubles({ junction: { contradictions, live, mode } }: { junction: JunctionDetails }) {
  const { t } = useTranslation();
  const sentenceOf = useCodedSentence();
  const sentences = [
    ...contradictions.map((text) => t('signals.contradiction', { text })),
    ...(live === null ? [t('signals.silent')] : []),
    ...(live?.problem ? [sentenceOf(live.problem)] : []),
    ...(live && mode === 'control' && live.state.fallback !== null
      ? [t('signals.fellBack', { why: t(`signals.fallback.${live.state.fallback}`) })]
      : []),
  ];
  return sentences.map((sentence) => (
    <p key={sentence} className={classes.trouble} role="status" dir="auto">
      {sentence}
    </p>
  ));
}

/** Stage, seconds, queues, proposal and its reasons, now. */
function NowFacts({ junction: { live, definition } }: { junction: JunctionDetails }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reasonText = useReasonText(definition);
  if (!live) return null;
  const stage = (id: string) => definition.stages.find((one) => one.id === id)?.name ?? id;
  const { state, proposal } = live;
  return (
    <>
      <p className={classes.stage}>
        <strong>{stage(state.stage)}</strong>
        <span>
          {t(state.next === null ? 'signals.greenFor' : 'signals.changingFor', {
            seconds: format.number(state.since),
            next: state.next === null ? '' : stage(state.next),
          })}
        </span>
        <span className="quiet">{t(`signals.source.${state.source}`)}</span>
      </p>
      {live.waveId !== null && <p>{t('signals.waveLeads')}</p>}
      {live.waveId === null && proposal && (
        <>
          <p>{t('signals.proposes', { stage: stage(proposal.stage) })}</p>
          <ul className={classes.reasons}>
            {proposal.reasons.map((reason) => (
              <li key={`${reason.code} ${JSON.stringify(reason.values)}`} dir="auto">
                {reasonText(reason)}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('signals.lane')}</th>
              <th scope="col">{t('signals.queue')}</th>
              <th scope="col">{t('signals.vehicles')}</th>
              <th scope="col">{t('signals.dataAge')}</th>
            </tr>
          </thead>
          <tbody>
            {definition.lanes.map(({ id, name, approach }) => {
              const seen = live.lanes.find(({ lane }) => lane === id);
              const known = seen !== undefined && seen.dataAge !== null;
              return (
                <tr key={id}>
                  <th scope="row">
                    <bdi>{name}</bdi> <bdi className="quiet">{approach}</bdi>
                  </th>
                  <td className="ltr">{known ? format.number(seen.queue) : '–'}</td>
                  <td className="ltr">{known ? format.number(seen.vehicles) : '–'}</td>
                  <td>
                    {known
                      ? t('traffic.unit.s', { value: format.number(seen.dataAge!, 1) })
                      : t('signals.noCamera')}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** What was really shown up to now. */
function ShownDiagram({ junction: { id, definition } }: { junction: JunctionDetails }) {
  const { t } = useTranslation();
  const { data: moments = [] } = useQuery(shownLightsQuery(id));
  const now = Math.max(useNow('second'), moments.at(-1)?.at ?? 0);
  return (
    <SignalDiagram
      label={t('signals.shownLabel', { seconds: PAST_SECONDS })}
      rows={shownBars(definition.groups, moments, now, PAST_SECONDS)}
      from={-PAST_SECONDS}
      to={0}
    />
  );
}

/** The plan that it falls back to, and where in its cycle the clock is while the plan leads. */
function PlanDiagram({ junction: { definition, live } }: { junction: JunctionDetails }) {
  const { t } = useTranslation();
  const now = useNow('second');
  const { cycle, rows, steps } = planBars(definition);
  const leads = live !== null && live.state.source === 'plan';
  return (
    <SignalDiagram
      label={t('signals.planDiagramLabel', { seconds: cycle })}
      rows={rows}
      from={0}
      to={cycle}
      now={leads && cycle > 0 ? secondOfCycle(now / 1000, definition.fixedPlan.offset, cycle) : undefined}
      marks={steps.map(({ at, stage }) => ({ at, name: stage.name }))}
    />
  );
}

function Decisions({ junction }: { junction: JunctionDetails }) {
  const { t } = useTranslation();
  const { data: decisions, error, refetch } = useQuery(decisionsQuery(junction.id));
  return (
    <section className={classes.panel} aria-label={t('signals.decisions')}>
      <h2>{t('signals.decisions')}</h2>
      {error && !decisions ? (
        <>
          <ProblemLine error={error} />
          <Button size="xs" variant="default" onClick={() => void refetch()}>
            {t('common.retry')}
          </Button>
        </>
      ) : decisions === undefined ? (
        <Skeleton height={240} />
      ) : decisions.length === 0 ? (
        <EmptyNotice
          icon={<IconRoute />}
          title={t('signals.noDecisions')}
          hint={t('signals.noDecisionsHint')}
        />
      ) : (
        <DecisionList junction={junction.definition} decisions={decisions} />
      )}
    </section>
  );
}

/**
 * The compass bearing that traffic of each approach drives in: as a camera's lane that leads to this junction says, else
 * as the approach's name does.
 */
function useBearings({ id, definition }: JunctionDetails): ReadonlyMap<string, number> {
  const may = useMay();
  const { data: lanes = [] } = useQuery({ ...lanesQuery(), enabled: may('traffic.read') });
  const named = definition.lanes.map(({ approach }) => [approach, bearingOfName(approach)] as const);
  const seen = lanes.flatMap(({ junction, bearing }) => {
    const own = junction?.id === id && definition.lanes.find((lane) => lane.id === junction.laneId);
    return own ? [[own.approach, bearing] as const] : [];
  });
  return new Map(
    [...named, ...seen].flatMap(([approach, bearing]) => (bearing === null ? [] : [[approach, bearing]])),
  );
}
