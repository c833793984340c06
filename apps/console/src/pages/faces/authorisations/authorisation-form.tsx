import {
  FACE_AUTHORISATION_KINDS,
  type FaceAuthorisation,
  type FaceAuthorisationKind,
  URGENT_HOURS,
} from '@amaan/contracts/faces/face-authorisation';
import { Modal, MultiSelect, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { casesQuery, purposeQuery } from '../../../api/access.ts';
import { camerasQuery } from '../../../api/cameras.ts';
import {
  type AuthorisationBody,
  askForAuthorisation,
  authorisationsKey,
  watchlistsQuery,
} from '../../../api/faces.ts';
import parts from '../../../components/detail-parts.module.css';
import { FormButtons } from '../../../components/form-buttons.tsx';
import { HINT_BELOW } from '../../../components/list-form/hint-below.ts';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { fromLocalInput, toLocalInput } from '../../../format/local-input.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useNow } from '../../../format/use-now.ts';
import { authorisationProblems } from './authorisation-problems.ts';
import classes from './authorisations.module.css';

const HOUR_MS = 60 * 60_000;
/** Proposed at first; the shortest that does is better. */
const PROPOSED_DAYS = 7;
const CONFIGURED = 'configured';
/** Greatest probability of a false match in one search, to choose from. */
const TARGETS = [0.01, 0.001, 0.0001] as const;

/** Everything that an authorisation says. Urgent is a switch that names its price. */
export function AuthorisationForm({
  onAsked,
  onClose,
}: {
  onAsked: (asked: FaceAuthorisation) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const now = useNow('ten-seconds');
  const queryClient = useQueryClient();
  const { data: known = [] } = useQuery(casesQuery);
  const { data: stated } = useQuery({ ...purposeQuery, enabled: may('purpose.state') });
  const { data: allLists = [] } = useQuery(watchlistsQuery);
  const { data: allCameras = [] } = useQuery({ ...camerasQuery, enabled: may('camera.read') });
  const [draft, setDraft] = useState(newDraft);
  const [urgent, setUrgent] = useState(false);
  const [tried, setTried] = useState(false);
  const change = (changes: Partial<AuthorisationBody>) => setDraft((before) => ({ ...before, ...changes }));
  const cases = known.filter(({ closedAt }) => closedAt === null);
  const file =
    cases.find(({ id }) => id === draft.caseId) ??
    (draft.caseId === '' ? cases.find(({ id }) => id === stated?.purpose?.caseId) : undefined);
  const lists = allLists.filter(({ siteId }) => siteId === null || siteId === file?.siteId);
  const cameras = allCameras.filter(({ siteId }) => siteId === file?.siteId);
  const body: AuthorisationBody = { ...draft, caseId: file?.id ?? '' };
  const problems = authorisationProblems(body, now);
  const problemOf = (field: Parameters<typeof problems.has>[0]) =>
    tried && problems.has(field) && t(`faceAuthorisations.form.need.${field}`);
  const ask = useMutation({
    mutationFn: () => askForAuthorisation(body, urgent),
    onSuccess: async (asked) => {
      notifications.show({
        message: t(urgent ? 'faceAuthorisations.form.begun' : 'faceAuthorisations.form.sent'),
      });
      onClose();
      onAsked(asked);
      await queryClient.invalidateQueries({ queryKey: authorisationsKey });
    },
  });
  const { scope } = draft;
  return (
    <Modal opened size="lg" onClose={onClose} title={t('faceAuthorisations.form.title')}>
      <form
        className={parts.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (problems.size === 0) ask.mutate();
        }}
      >
        <Select
          label={t('faceAuthorisations.field.case')}
          allowDeselect={false}
          value={file?.id ?? null}
          error={problemOf('case')}
          description={cases.length === 0 ? t('faceAuthorisations.form.noCase') : undefined}
          inputWrapperOrder={HINT_BELOW}
          onChange={(caseId) =>
            caseId !== null &&
            change({
              caseId,
              watchlistId: '',
              ...(scope.kind === 'cameras' && { scope: { kind: 'cameras', cameraIds: [] } }),
            })
          }
          data={cases.map(({ id, number, title }) => ({ value: id, label: `${number} · ${title}` }))}
        />
        <Select
          label={t('faceAuthorisations.field.kind')}
          allowDeselect={false}
          value={draft.kind}
          onChange={(kind) => kind !== null && change({ kind: kind as FaceAuthorisationKind })}
          data={FACE_AUTHORISATION_KINDS.map((kind) => ({
            value: kind,
            label: t(`faceAuthorisations.kinds.${kind}`),
          }))}
        />
        <TextInput
          className={parts.wide ?? ''}
          label={t(
            draft.kind === 'offence'
              ? 'faceAuthorisations.field.aboutOffence'
              : 'faceAuthorisations.field.aboutMissing',
          )}
          description={t('faceAuthorisations.hintOf.about')}
          value={draft.about}
          maxLength={300}
          dir="auto"
          error={problemOf('about')}
          onChange={({ currentTarget }) => change({ about: currentTarget.value })}
        />
        <Textarea
          className={parts.wide ?? ''}
          label={t('faceAuthorisations.field.legalBasis')}
          description={t('faceAuthorisations.hintOf.legalBasis')}
          value={draft.legalBasis}
          rows={2}
          maxLength={500}
          dir="auto"
          error={problemOf('legalBasis')}
          onChange={({ currentTarget }) => change({ legalBasis: currentTarget.value })}
        />
        <Textarea
          className={parts.wide ?? ''}
          label={t('faceAuthorisations.field.reason')}
          description={t('faceAuthorisations.hintOf.reason')}
          value={draft.reason}
          rows={3}
          maxLength={2000}
          dir="auto"
          error={problemOf('reason')}
          onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
        />
        <Select
          className={parts.wide ?? ''}
          label={t('faceAuthorisations.field.scope')}
          allowDeselect={false}
          value={scope.kind}
          onChange={(kind) =>
            change({
              scope: kind === 'cameras' ? { kind: 'cameras', cameraIds: [] } : { kind: 'after-the-event' },
            })
          }
          data={(['cameras', 'after-the-event'] as const).map((kind) => ({
            value: kind,
            label: t(`faceAuthorisations.scope.${kind}`),
          }))}
        />
        {scope.kind === 'cameras' && (
          <MultiSelect
            className={parts.wide ?? ''}
            label={t('faceAuthorisations.scope.choose')}
            description={t('faceAuthorisations.scope.chooseHint')}
            searchable
            maxDropdownHeight={240}
            limit={100}
            value={[...scope.cameraIds]}
            error={problemOf('cameras')}
            onChange={(cameraIds) => change({ scope: { kind: 'cameras', cameraIds } })}
            data={cameras.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <TextInput
          type="datetime-local"
          label={t('faceAuthorisations.field.from')}
          value={toLocalInput(draft.from)}
          onChange={({ currentTarget }) => change({ from: fromLocalInput(currentTarget.value) ?? '' })}
        />
        <TextInput
          type="datetime-local"
          label={t('faceAuthorisations.field.to')}
          description={t('faceAuthorisations.hintOf.window')}
          inputWrapperOrder={HINT_BELOW}
          value={toLocalInput(draft.to)}
          error={problemOf('window')}
          onChange={({ currentTarget }) => change({ to: fromLocalInput(currentTarget.value) ?? '' })}
        />
        <Select
          label={t('faceAuthorisations.field.watchlist')}
          description={t(
            file !== undefined && !lists.some(({ state }) => state === 'ready')
              ? 'faceAuthorisations.form.noList'
              : 'faceAuthorisations.hintOf.watchlist',
          )}
          inputWrapperOrder={HINT_BELOW}
          allowDeselect={false}
          value={draft.watchlistId === '' ? null : draft.watchlistId}
          error={problemOf('watchlist')}
          onChange={(watchlistId) => watchlistId !== null && change({ watchlistId })}
          data={lists.map(({ id, name, state }) => ({
            value: id,
            label: `${name} (${t(`faceAuthorisations.state.${state}`)})`,
            disabled: state !== 'ready',
          }))}
        />
        <Select
          label={t('faceAuthorisations.field.falseMatches')}
          description={t('faceAuthorisations.hintOf.falseMatches')}
          inputWrapperOrder={HINT_BELOW}
          allowDeselect={false}
          value={String(draft.falseMatchesPerSearch ?? CONFIGURED)}
          onChange={(value) =>
            setDraft(({ falseMatchesPerSearch: _, ...rest }) =>
              value === CONFIGURED ? rest : { ...rest, falseMatchesPerSearch: Number(value) },
            )
          }
          data={[
            { value: CONFIGURED, label: t('faceAuthorisations.target.configured') },
            ...TARGETS.map((target) => ({
              value: String(target),
              label: t('faceAuthorisations.target.one', { searches: format.number(Math.round(1 / target)) }),
            })),
          ]}
        />
        {may('face-authorisation.request-urgent') && (
          <div className={classes.urgent} data-on={urgent || undefined}>
            <Switch
              label={t('faceAuthorisations.form.urgent')}
              checked={urgent}
              onChange={({ currentTarget }) => setUrgent(currentTarget.checked)}
            />
            <p className="prose">
              {urgent
                ? t('faceAuthorisations.form.urgentText', {
                    time: format.dateTime(new Date(now + URGENT_HOURS * HOUR_MS).toISOString()),
                  })
                : t('faceAuthorisations.form.calmText')}
            </p>
          </div>
        )}
        <div className={classes.end}>
          <p className="quiet">{t('common.recorded')}</p>
          <ProblemLine error={ask.error} />
          <FormButtons
            action={t(urgent ? 'faceAuthorisations.form.submitUrgent' : 'faceAuthorisations.form.submit')}
            pending={ask.isPending}
            onClose={onClose}
          />
        </div>
      </form>
    </Modal>
  );
}

/** From now for a few days, on cameras that are still to be chosen. */
function newDraft(): AuthorisationBody {
  // Without seconds, as the fields show it.
  const from = Math.floor(Date.now() / 60_000) * 60_000;
  return {
    caseId: '',
    kind: 'offence',
    about: '',
    legalBasis: '',
    reason: '',
    scope: { kind: 'cameras', cameraIds: [] },
    from: new Date(from).toISOString(),
    to: new Date(from + PROPOSED_DAYS * 24 * HOUR_MS).toISOString(),
    watchlistId: '',
  };
}
