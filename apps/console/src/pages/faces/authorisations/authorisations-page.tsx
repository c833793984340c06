import {
  FACE_AUTHORISATION_STATES,
  type FaceAuthorisation,
  type FaceAuthorisationState,
} from '@amaan/contracts/faces/face-authorisation';
import { Button, SegmentedControl } from '@mantine/core';
import { IconFileCertificate, IconPlus, IconPointer } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { authorisationsQuery } from '../../../api/faces.ts';
import parts from '../../../components/detail-parts.module.css';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import frame from '../../../components/list-detail.module.css';
import { PagedItems } from '../../../components/paged-items.tsx';
import { PurposeDialog } from '../../purpose/purpose-dialog.tsx';
import { FacesFrame } from '../faces-frame.tsx';
import { AuthorisationDetail } from './authorisation-detail.tsx';
import { AuthorisationForm } from './authorisation-form.tsx';
import { AuthorisationMarks } from './authorisation-marks.tsx';
import type { AuthorisationSearch } from './authorisation-search.ts';
import classes from './authorisations.module.css';

const route = getRouteApi('/shell/faces/authorisations');

/** The authorisations by state at the start side, the open one at the end side. */
export function AuthorisationsPage() {
  return (
    <FacesFrame>
      <AuthorisationsView />
    </FacesFrame>
  );
}

function AuthorisationsView() {
  const { t } = useTranslation();
  const may = useMay();
  const { site, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const state: FaceAuthorisationState = search.show ?? 'waiting';
  const found = useInfiniteQuery(authorisationsQuery({ state }));
  const [asking, setAsking] = useState(false);
  // What runs urgently waits for a second person as well: whoever decides sees it first.
  const deciding = state === 'waiting' && may('face-authorisation.approve');
  const running = useInfiniteQuery({ ...authorisationsQuery({ state: 'in-force' }), enabled: deciding });
  const urgent = deciding
    ? (running.data?.pages.flat() ?? []).filter(
        ({ approveBy, decidedAt }) => approveBy !== null && decidedAt === null,
      )
    : [];
  const shown = [...urgent, ...(found.data?.pages.flat() ?? [])].filter(
    ({ siteId }) => site === undefined || siteId === site,
  );
  const change = (changes: { [Key in keyof AuthorisationSearch]: AuthorisationSearch[Key] | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...changes }) as AuthorisationSearch, replace: true });
  const askButton = may('face-authorisation.request') && (
    <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setAsking(true)}>
      {t('faceAuthorisations.ask')}
    </Button>
  );
  return (
    <div className={frame.page} data-open={search.id !== undefined || undefined}>
      <section className={frame.list} aria-label={t('faceAuthorisations.title')}>
        <header className={frame.heading}>
          <h1>{t('faceAuthorisations.title')}</h1>
          <span className={frame.grow} />
          {askButton}
        </header>
        <p className="prose quiet">{t('faceAuthorisations.hint')}</p>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('faceAuthorisations.show')}
          value={state}
          onChange={(chosen) => change({ show: chosen as FaceAuthorisationState, id: undefined })}
          data={FACE_AUTHORISATION_STATES.map((each) => ({
            value: each,
            label: t(`faceAuthorisations.views.${each}`),
          }))}
        />
        <PagedItems
          query={found}
          items={shown}
          more={t('faceAuthorisations.more')}
          empty={
            <EmptyNotice
              icon={<IconFileCertificate />}
              title={t(`faceAuthorisations.empty.${state}`)}
              hint={t(`faceAuthorisations.emptyHint.${state}`)}
            />
          }
        >
          {(each) => <AuthorisationCard key={each.id} authorisation={each} chosen={each.id === search.id} />}
        </PagedItems>
      </section>
      <section className={frame.detail}>
        {search.id === undefined ? (
          <EmptyNotice icon={<IconPointer />} title={t('faceAuthorisations.choose')} />
        ) : (
          <AuthorisationDetail key={search.id} id={search.id} onClose={() => change({ id: undefined })} />
        )}
      </section>
      {asking &&
        // A request names a list of people, which an investigator reads for a case.
        (may('watchlist.read') ? (
          <AuthorisationForm
            onAsked={({ id, state: asked }) => change({ show: asked, id })}
            onClose={() => setAsking(false)}
          />
        ) : (
          <PurposeDialog
            why={t('faceAuthorisations.purposeWhy')}
            onStated={() => setAsking(true)}
            onClose={() => setAsking(false)}
          />
        ))}
    </div>
  );
}

function AuthorisationCard({ authorisation, chosen }: { authorisation: FaceAuthorisation; chosen: boolean }) {
  const { t } = useTranslation();
  return (
    <Link
      to="/faces/authorisations"
      search={(before) => ({ ...(before as AuthorisationSearch), id: authorisation.id })}
      className={frame.item}
      data-chosen={chosen || undefined}
    >
      <strong>
        <bdi>{authorisation.about}</bdi>
      </strong>
      <span className={`${parts.facts} quiet`}>
        <span>{t(`faceAuthorisations.kinds.${authorisation.kind}`)}</span>
        <bdi>{t('faceAuthorisations.case', { number: authorisation.caseNumber })}</bdi>
        <bdi>{authorisation.watchlistName ?? t('faceAuthorisations.gone')}</bdi>
      </span>
      <span className={classes.marks}>
        <AuthorisationMarks authorisation={authorisation} />
      </span>
    </Link>
  );
}
