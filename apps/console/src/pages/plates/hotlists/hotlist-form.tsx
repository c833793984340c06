import { HOTLIST_KINDS, type Hotlist, type HotlistKind } from '@amaan/contracts/plates/hotlist';
import type { Priority } from '@amaan/contracts/scene-rule';
import { Modal, Select, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeHotlist, createHotlist, type HotlistBody, hotlistsQuery } from '../../../api/hotlists.ts';
import { sitesQuery } from '../../../api/platform.ts';
import { FormButtons } from '../../../components/form-buttons.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { localDay } from './hotlist-dates.ts';
import { hotlistProblems } from './hotlist-problems.ts';
import classes from './hotlists.module.css';
import { useWorkSites } from './use-may-fill.ts';
import { useToleranceWords } from './use-tolerance-words.ts';

const EVERY_SITE = 'all';

/** Hints below the fields, so that fields beside each other stay in line. */
const BELOW: ('label' | 'input' | 'error' | 'description')[] = ['label', 'input', 'error', 'description'];

/** Every field of a hotlist, to make one or to change it. */
export function HotlistForm({
  list,
  onSaved,
  onClose,
}: {
  /** Null: a new one. */
  list: Hotlist | null;
  onSaved: (saved: Hotlist) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const scope = useWorkSites();
  const tolerance = useToleranceWords();
  const queryClient = useQueryClient();
  const { data: known = [] } = useQuery(sitesQuery);
  const sites = known.filter(({ id }) => scope === 'all' || scope.includes(id));
  const [draft, setDraft] = useState<HotlistBody>(() => draftOf(list));
  const [tried, setTried] = useState(false);
  // Only who works for every site makes lists of every site.
  const everywhere = scope === 'all';
  const siteId = draft.siteId ?? (list === null && !everywhere ? (sites[0]?.id ?? null) : null);
  const change = (changes: Partial<HotlistBody>) => setDraft((before) => ({ ...before, ...changes }));
  const problems = hotlistProblems(draft, localDay(new Date()), list?.expiresOn);
  const problemOf = (field: keyof typeof problems) => {
    const problem = problems[field];
    return tried && problem !== undefined && t(`hotlists.${problem}`);
  };
  const save = useMutation({
    mutationFn: (body: HotlistBody) => (list === null ? createHotlist(body) : changeHotlist(list.id, body)),
    onSuccess: async (saved) => {
      notifications.show({ message: t('hotlists.saved') });
      onClose();
      onSaved(saved);
      await queryClient.invalidateQueries({ queryKey: hotlistsQuery.queryKey });
    },
  });
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={list === null ? t('hotlists.create') : t('hotlists.edit')}
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (Object.keys(problems).length === 0) save.mutate({ ...draft, siteId });
        }}
      >
        <TextInput
          className={classes.wide ?? ''}
          label={t('hotlists.name')}
          value={draft.name}
          maxLength={80}
          dir="auto"
          data-autofocus
          error={problemOf('name')}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
        />
        <Select
          label={t('hotlists.kindLabel')}
          allowDeselect={false}
          value={draft.kind}
          description={draft.kind === 'wanted' ? t('hotlists.fourEyes') : undefined}
          inputWrapperOrder={BELOW}
          onChange={(kind) => kind !== null && change({ kind: kind as HotlistKind })}
          data={HOTLIST_KINDS.map((kind) => ({ value: kind, label: t(`hotlists.kind.${kind}`) }))}
        />
        <Select
          label={t('priority.label')}
          allowDeselect={false}
          value={draft.priority}
          onChange={(priority) => priority !== null && change({ priority: priority as Priority })}
          data={(['critical', 'high', 'medium', 'low'] as const).map((value) => ({
            value,
            label: t(`priority.${value}`),
          }))}
        />
        <TextInput
          className={classes.wide ?? ''}
          label={t('hotlists.owner')}
          description={t('hotlists.ownerHint')}
          value={draft.owner}
          maxLength={120}
          dir="auto"
          error={problemOf('owner')}
          onChange={({ currentTarget }) => change({ owner: currentTarget.value })}
        />
        <Textarea
          className={classes.wide ?? ''}
          label={t('hotlists.reason')}
          description={t('hotlists.reasonHint')}
          value={draft.reason}
          rows={2}
          maxLength={1000}
          dir="auto"
          error={problemOf('reason')}
          onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
        />
        <Textarea
          className={classes.wide ?? ''}
          label={t('hotlists.legalBasis')}
          description={t('hotlists.legalBasisHint')}
          value={draft.legalBasis}
          rows={2}
          maxLength={500}
          dir="auto"
          error={problemOf('legalBasis')}
          onChange={({ currentTarget }) => change({ legalBasis: currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('hotlists.reviewOn')}
          description={t('hotlists.reviewHint')}
          inputWrapperOrder={BELOW}
          value={draft.reviewOn}
          error={problemOf('reviewOn')}
          onChange={({ currentTarget }) => change({ reviewOn: currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('hotlists.expiresOn')}
          description={t('hotlists.expiresHint')}
          inputWrapperOrder={BELOW}
          value={draft.expiresOn}
          error={problemOf('expiresOn')}
          onChange={({ currentTarget }) => change({ expiresOn: currentTarget.value })}
        />
        <Select
          label={t('hotlists.tolerance')}
          description={t('hotlists.toleranceHint')}
          inputWrapperOrder={BELOW}
          allowDeselect={false}
          value={String(Math.round(draft.tolerance ?? 1))}
          onChange={(value) => value !== null && change({ tolerance: Number(value) })}
          data={[0, 1, 2, 3].map((value) => ({ value: String(value), label: tolerance(value) }))}
        />
        {list === null && (
          <Select
            label={t('hotlists.site')}
            allowDeselect={false}
            value={siteId ?? EVERY_SITE}
            onChange={(value) => change({ siteId: value === EVERY_SITE ? null : value })}
            data={[
              ...(everywhere ? [{ value: EVERY_SITE, label: t('hotlists.allSites') }] : []),
              ...sites.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        <div className={`${classes.wide} ${classes.single}`}>
          <p className="quiet">{t('common.recorded')}</p>
          <ProblemLine error={save.error} />
          <FormButtons pending={save.isPending} onClose={onClose} />
        </div>
      </form>
    </Modal>
  );
}

function draftOf(list: Hotlist | null): HotlistBody {
  if (list === null)
    return {
      name: '',
      kind: 'stolen',
      owner: '',
      reason: '',
      legalBasis: '',
      priority: 'high',
      expiresOn: '',
      reviewOn: '',
      tolerance: 1,
      siteId: null,
    };
  const { name, kind, owner, reason, legalBasis, priority, expiresOn, reviewOn, tolerance, siteId } = list;
  return { name, kind, owner, reason, legalBasis, priority, expiresOn, reviewOn, tolerance, siteId };
}
