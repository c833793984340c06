import type { JunctionSummary } from '@amaan/contracts/traffic/junction-record';
import { Button, Skeleton, TextInput } from '@mantine/core';
import { IconPlus, IconSearch, IconTrafficLights } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { junctionQuery, junctionsQuery } from '../../../api/signals.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import frame from '../../../components/list-detail.module.css';
import { OpenThing } from '../../../components/open-thing.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { TrafficFrame } from '../traffic-frame.tsx';
import { AddJunctionDialog } from './add-junction-dialog.tsx';
import classes from './junction-page.module.css';
import { JunctionView } from './junction-view.tsx';
import { ModeMark, StandingMark, standingOf } from './signal-marks.tsx';

const route = getRouteApi('/shell/traffic/junctions');
/** So many are shown at first. */
const SHOWN_FIRST = 100;

/** Junctions, those that need somebody first; and the one that is open. */
export function JunctionsPage() {
  return (
    <TrafficFrame>
      <JunctionsView />
    </TrafficFrame>
  );
}

function JunctionsView() {
  const { t } = useTranslation();
  const { id, site, q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(junctionsQuery);
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const [all, setAll] = useState(false);
  const wanted = q.toLowerCase();
  const found = data
    ?.filter(
      ({ name, siteId }) => (site === undefined || siteId === site) && name.toLowerCase().includes(wanted),
    )
    .toSorted((a, b) => urgency(a) - urgency(b) || a.name.localeCompare(b.name));
  const shown = all ? found : found?.slice(0, SHOWN_FIRST);
  const close = () => void navigate({ search: ({ id: _, ...before }) => before });
  return (
    <div className={frame.page} data-open={id !== undefined || undefined}>
      <section className={frame.list} aria-label={t('traffic.nav.junctions')}>
        <div className={frame.heading}>
          <h1>{t('traffic.nav.junctions')}</h1>
          <span className={frame.grow} />
          {may('junction.write') && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden="true" />}
              onClick={() => setAdding(true)}
            >
              {t('signals.add.title')}
            </Button>
          )}
        </div>
        <TextInput
          size="xs"
          aria-label={t('signals.find')}
          placeholder={t('signals.find')}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          value={q}
          onChange={({ currentTarget: { value } }) =>
            void navigate({
              search: ({ q: _, ...before }) => ({ ...before, ...(value !== '' && { q: value }) }),
              replace: true,
            })
          }
        />
        {error && !found ? (
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        ) : found === undefined || shown === undefined ? (
          <Skeleton height={160} />
        ) : found.length === 0 ? (
          <EmptyNotice
            icon={<IconTrafficLights />}
            title={t(wanted === '' ? 'signals.none' : 'signals.noneFound')}
            hint={t('signals.noneHint')}
          />
        ) : (
          shown.map((junction) => (
            <JunctionItem key={junction.id} junction={junction} chosen={junction.id === id} />
          ))
        )}
        {found && shown && shown.length < found.length && (
          <Button size="xs" variant="default" onClick={() => setAll(true)}>
            {t('traffic.showAll', { count: found.length })}
          </Button>
        )}
      </section>
      <article className={frame.detail}>
        {id === undefined ? (
          <EmptyNotice
            icon={<IconTrafficLights />}
            title={t('signals.choose')}
            hint={t('signals.chooseHint')}
          />
        ) : (
          <OpenJunction key={id} id={id} onClose={close} />
        )}
      </article>
      {adding && (
        <AddJunctionDialog
          onClose={() => setAdding(false)}
          onAdded={(junction) => {
            setAdding(false);
            void navigate({ search: (before) => ({ ...before, id: junction.id }) });
          }}
        />
      )}
    </div>
  );
}

function OpenJunction({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery(junctionQuery(id));
  return (
    <OpenThing query={query} onClose={onClose}>
      {(junction) => <JunctionView junction={junction} />}
    </OpenThing>
  );
}

function JunctionItem({ junction, chosen }: { junction: JunctionSummary; chosen: boolean }) {
  const { t } = useTranslation();
  return (
    <Link
      to="/traffic/junctions"
      search={(before) => ({ ...before, id: junction.id })}
      className={frame.item}
      data-chosen={chosen || undefined}
      aria-current={chosen ? 'true' : undefined}
    >
      <strong>
        <bdi>{junction.name}</bdi>
      </strong>
      <span className={classes.line}>
        <ModeMark mode={junction.mode} />
        <StandingMark junction={junction} />
        {junction.simulated && <SimulatedMark />}
      </span>
      <span className="quiet">{t(`signals.controller.${junction.controller}`)}</span>
    </Link>
  );
}

const ORDER = ['wave', 'contradiction', 'fallback', 'problem', 'controlled', 'fine', 'silent'] as const;

function urgency(junction: JunctionSummary): number {
  return ORDER.indexOf(standingOf(junction));
}
