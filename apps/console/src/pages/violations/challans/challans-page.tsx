import { CHALLAN_STATES, type Challan } from '@amaan/contracts/violations/challan';
import { VIOLATION_KINDS } from '@amaan/contracts/violations/violation-kind';
import { Button, Select, TextInput } from '@mantine/core';
import { IconPointer, IconReceipt, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { challansQuery } from '../../../api/challans.ts';
import parts from '../../../components/detail-parts.module.css';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import frame from '../../../components/list-detail.module.css';
import { PagedItems } from '../../../components/paged-items.tsx';
import { PlateText } from '../../../components/plate-text.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { useListKeys } from '../../../components/use-list-keys.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useReasonGate } from '../../plates/reason-gate.tsx';
import { ViolationsFrame } from '../violations-frame.tsx';
import { type AskedChallan, askedChallan } from './asked-challan.ts';
import { ChallanDetail } from './challan-detail.tsx';
import { ChallanStateMark } from './challan-marks.tsx';
import type { ChallanSearch } from './challan-search.ts';
import classes from './challans.module.css';

const route = getRouteApi('/shell/violations/challans');

/** Challans, newest first, at the start side; the open one at the end side. */
export function ChallansPage() {
  return (
    <ViolationsFrame>
      <ChallansView />
    </ViolationsFrame>
  );
}

function ChallansView() {
  const { t } = useTranslation();
  const may = useMay();
  const { site, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  /** Kept on the page alone: what is searched for stands in no address. */
  const [asked, setAsked] = useState<AskedChallan | null>(null);
  const { standing: state, kind } = search;
  const plate = asked !== null && 'plate' in asked ? asked.plate : undefined;
  const query = useInfiniteQuery(
    challansQuery(
      {
        ...(asked !== null && 'number' in asked && { number: asked.number }),
        ...(state !== undefined && { state }),
        ...(kind !== undefined && { kind }),
        ...(site !== undefined && { siteId: site }),
      },
      plate,
    ),
  );
  const found = query.data?.pages.flatMap((page) => page.challans) ?? [];
  const change = (changes: { [Key in keyof ChallanSearch]: ChallanSearch[Key] | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...changes }) as ChallanSearch, replace: true });
  const open = (id: string | undefined) => change({ id });
  useListKeys(found, search.id, open);
  return (
    <div className={frame.page} data-open={search.id !== undefined || undefined}>
      <section className={frame.list} aria-label={t('challans.title')}>
        <header className={frame.heading}>
          <h1>{t('challans.title')}</h1>
        </header>
        <p className="prose quiet">{t('challans.hint')}</p>
        <ChallanSearchForm
          asked={asked}
          searches={may('challan.search') || may('purpose.state')}
          onAsked={setAsked}
        />
        {plate === undefined && (
          <div className={classes.filters}>
            <Select
              size="xs"
              clearable
              aria-label={t('challans.state')}
              placeholder={t('challans.anyState')}
              value={state ?? null}
              onChange={(chosen) => change({ standing: CHALLAN_STATES.find((one) => one === chosen) })}
              data={CHALLAN_STATES.map((value) => ({ value, label: t(`challans.states.${value}`) }))}
            />
            <Select
              size="xs"
              clearable
              aria-label={t('challans.kind')}
              placeholder={t('challans.anyKind')}
              value={kind ?? null}
              onChange={(chosen) => change({ kind: VIOLATION_KINDS.find((one) => one === chosen) })}
              data={VIOLATION_KINDS.map((value) => ({ value, label: t(`violations.kind.${value}`) }))}
            />
          </div>
        )}
        <PagedItems
          query={query}
          items={found}
          more={t('violations.more')}
          empty={
            <EmptyNotice
              icon={<IconReceipt />}
              title={t(asked === null ? 'challans.empty' : 'challans.emptySearch')}
              {...(asked === null && { hint: t('challans.emptyHint') })}
            />
          }
        >
          {(challan) => <ChallanCard key={challan.id} challan={challan} chosen={challan.id === search.id} />}
        </PagedItems>
      </section>
      <section className={frame.detail}>
        {search.id === undefined ? (
          <EmptyNotice icon={<IconPointer />} title={t('challans.choose')} />
        ) : (
          <ChallanDetail key={search.id} id={search.id} onClose={() => open(undefined)} />
        )}
      </section>
    </div>
  );
}

/** One field for a challan's number or a plate; for a plate it is asked first what for. */
function ChallanSearchForm({
  asked,
  searches,
  onAsked,
}: {
  asked: AskedChallan | null;
  /** Whether the person may search by plate, once the purpose is stated. */
  searches: boolean;
  onAsked: (asked: AskedChallan | null) => void;
}) {
  const { t } = useTranslation();
  const gate = useReasonGate();
  const [typed, setTyped] = useState('');
  const [bad, setBad] = useState(false);
  return (
    <>
      {gate.bar}
      <form
        className={classes.search}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const wanted = askedChallan(typed);
          const isPlate = wanted !== null && 'plate' in wanted;
          setBad(typed.trim() !== '' && (wanted === null || (isPlate && !searches)));
          if (typed.trim() === '') onAsked(null);
          else if (isPlate) searches && gate.withReason(() => onAsked(wanted));
          else if (wanted !== null) onAsked(wanted);
        }}
      >
        <TextInput
          size="xs"
          aria-label={t(searches ? 'challans.searchLabel' : 'challans.number')}
          placeholder={t(searches ? 'challans.searchLabel' : 'challans.number')}
          value={typed}
          maxLength={40}
          dir="auto"
          error={bad && t(searches ? 'challans.plateBad' : 'challans.numberBad')}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Button
          type="submit"
          size="xs"
          variant="default"
          leftSection={<IconSearch size={16} aria-hidden="true" />}
        >
          {t('challans.search')}
        </Button>
      </form>
      {asked !== null && (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => {
            setTyped('');
            onAsked(null);
          }}
        >
          {t('challans.clear')}
        </Button>
      )}
      {gate.dialog}
    </>
  );
}

function ChallanCard({ challan, chosen }: { challan: Challan; chosen: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, number, plate, kind, state, issuedAt, amount, cameraName, simulated } = challan;
  return (
    <Link
      to="/violations/challans"
      search={(before) => ({ ...(before as ChallanSearch), id })}
      className={frame.item}
      data-chosen={chosen || undefined}
    >
      <span className={classes.cardTop}>
        <strong>
          <bdi className="mono">{number}</bdi>
        </strong>
        <PlateText text={plate} />
      </span>
      <span className={`${parts.facts} quiet`}>
        <span>{t(`violations.kind.${kind}`)}</span>
        <bdi>{cameraName}</bdi>
        <span>{format.date(issuedAt)}</span>
      </span>
      <span className={parts.facts}>
        <ChallanStateMark state={state} />
        <span>{t('violations.rupees', { value: format.number(amount) })}</span>
        {simulated && <SimulatedMark />}
      </span>
    </Link>
  );
}
