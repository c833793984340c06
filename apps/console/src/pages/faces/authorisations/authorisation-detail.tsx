import type { FaceAuthorisation } from '@amaan/contracts/faces/face-authorisation';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { camerasQuery } from '../../../api/cameras.ts';
import { authorisationQuery } from '../../../api/faces.ts';
import parts from '../../../components/detail-parts.module.css';
import frame from '../../../components/list-detail.module.css';
import { Mark } from '../../../components/mark.tsx';
import { OpenThing } from '../../../components/open-thing.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { SearchRoom } from '../searches/search-room.tsx';
import { AuthorisationMarks } from './authorisation-marks.tsx';
import classes from './authorisations.module.css';
import { DecisionPanel } from './decision-panel.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';

/** One authorisation: all that was asked for, who decided, and the way to end it. */
export function AuthorisationDetail({ id, onClose }: { id: string; onClose: () => void }) {
  return (
    <OpenThing query={useQuery(authorisationQuery(id))} onClose={onClose}>
      {(authorisation) => <Authorisation authorisation={authorisation} />}
    </OpenThing>
  );
}

function Authorisation({ authorisation }: { authorisation: FaceAuthorisation }) {
  const { t } = useTranslation();
  const may = useMay();
  const [revoking, setRevoking] = useState(false);
  const open = authorisation.state !== 'ended';
  return (
    <>
      <header className={frame.heading}>
        <h1>
          <bdi>{authorisation.about}</bdi>
        </h1>
        {authorisation.urgent && authorisation.state === 'ended' && (
          <Mark shape="diamond" tone="quiet">
            {t('faceAuthorisations.urgent')}
          </Mark>
        )}
      </header>
      <div className={classes.marks}>
        <AuthorisationMarks authorisation={authorisation} />
      </div>
      <DecisionPanel authorisation={authorisation} />
      <Terms authorisation={authorisation} />
      {open && may('face-authorisation.revoke') && (
        <div className={parts.actions}>
          <Button variant="default" onClick={() => setRevoking(true)}>
            {t('faceAuthorisations.revoke.open')}
          </Button>
        </div>
      )}
      {authorisation.scope.kind === 'after-the-event' &&
        (may('purpose.state') || may('face-search.read')) && <SearchRoom authorisation={authorisation} />}
      {revoking && <RevokeDialog id={authorisation.id} onClose={() => setRevoking(false)} />}
    </>
  );
}

function Terms({ authorisation }: { authorisation: FaceAuthorisation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const by = (time: string, name: string | null) =>
    name === null
      ? t('faceAuthorisations.itself', { time: format.dateTime(time) })
      : t('faceAuthorisations.by', { time: format.dateTime(time), name });
  const { decidedAt, endedAt } = authorisation;
  return (
    <dl className={`${parts.terms} ${classes.terms}`}>
      <dt>{t('faceAuthorisations.field.case')}</dt>
      <dd>
        <bdi>{authorisation.caseNumber}</bdi>
      </dd>
      <dt>{t('faceAuthorisations.field.kind')}</dt>
      <dd>{t(`faceAuthorisations.kinds.${authorisation.kind}`)}</dd>
      <dt>{t('faceAuthorisations.field.legalBasis')}</dt>
      <dd>
        <bdi>{authorisation.legalBasis}</bdi>
      </dd>
      <dt>{t('faceAuthorisations.field.reason')}</dt>
      <dd>
        <bdi>{authorisation.reason}</bdi>
      </dd>
      <dt>{t('faceAuthorisations.field.scope')}</dt>
      <dd>
        <Scope scope={authorisation.scope} />
      </dd>
      <dt>{t('faceAuthorisations.field.from')}</dt>
      <dd>{format.dateTime(authorisation.from)}</dd>
      <dt>{t('faceAuthorisations.field.to')}</dt>
      <dd>{format.dateTime(authorisation.to)}</dd>
      <dt>{t('faceAuthorisations.field.watchlist')}</dt>
      <dd>
        <bdi>{authorisation.watchlistName ?? t('faceAuthorisations.gone')}</bdi>
      </dd>
      <dt>{t('faceAuthorisations.field.falseMatches')}</dt>
      <dd>
        {t('faceAuthorisations.target.one', {
          searches: format.number(Math.round(1 / authorisation.falseMatchesPerSearch)),
        })}
      </dd>
      <dt>{t('faceAuthorisations.field.asked')}</dt>
      <dd>{by(authorisation.askedAt, authorisation.askedBy)}</dd>
      {decidedAt !== null && (
        <>
          <dt>{t('faceAuthorisations.field.decided')}</dt>
          <dd>{by(decidedAt, authorisation.decidedBy)}</dd>
        </>
      )}
      {authorisation.decisionNote !== null && (
        <>
          <dt>{t('faceAuthorisations.field.note')}</dt>
          <dd>
            <bdi>{authorisation.decisionNote}</bdi>
          </dd>
        </>
      )}
      {endedAt !== null && (
        <>
          <dt>{t('faceAuthorisations.field.ended')}</dt>
          <dd>{by(endedAt, authorisation.endedBy)}</dd>
        </>
      )}
    </dl>
  );
}

/** The cameras by name; those that one may not see stay a number. */
function Scope({ scope }: { scope: FaceAuthorisation['scope'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const { data: cameras } = useQuery({ ...camerasQuery, enabled: may('camera.read') });
  if (scope.kind === 'after-the-event') return t('faceAuthorisations.scope.after-the-event');
  const count = t('faceAuthorisations.scope.count', { count: scope.cameraIds.length });
  if (cameras === undefined) return count;
  const names = scope.cameraIds.map(
    (id) => cameras.find((camera) => camera.id === id)?.name ?? t('faceAuthorisations.scope.unknown'),
  );
  return (
    <>
      {count}: <bdi>{format.list(names)}</bdi>
    </>
  );
}
