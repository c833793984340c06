import { HOTLIST_KINDS, type Hotlist, type HotlistKind } from '@amaan/contracts/plates/hotlist';
import type { Priority } from '@amaan/contracts/scene-rule';
import { Modal, Select, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeHotlist, createHotlist, type HotlistBody, hotlistsQuery } from '../../../api/hotlists.ts';
import parts from '../../../components/detail-parts.module.css';
import { FormButtons } from '../../../components/form-buttons.tsx';
import { HINT_BELOW } from '../../../components/list-form/hint-below.ts';
import { SiteSelect } from '../../../components/list-form/site-select.tsx';
import { firstSite, useWorkSites } from '../../../components/list-form/use-work-sites.ts';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { localDay } from '../../../format/days.ts';
import { hotlistProblems } from './hotlist-problems.ts';
import classes from './hotlists.module.css';
import { useToleranceWords } from './use-tolerance-words.ts';

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
  const sites = useWorkSites();
  const tolerance = useToleranceWords();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState<HotlistBody>(() => draftOf(list));
  const [tried, setTried] = useState(false);
  const siteId = draft.siteId ?? (list === null ? firstSite(sites) : null);
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
        className={parts.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (Object.keys(problems).length === 0) save.mutate({ ...draft, siteId });
        }}
      >
        <TextInput
          className={parts.wide ?? ''}
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
          inputWrapperOrder={HINT_BELOW}
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
          className={parts.wide ?? ''}
          label={t('hotlists.owner')}
          description={t('hotlists.ownerHint')}
          value={draft.owner}
          maxLength={120}
          dir="auto"
          error={problemOf('owner')}
          onChange={({ currentTarget }) => change({ owner: currentTarget.value })}
        />
        <Textarea
          className={parts.wide ?? ''}
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
          className={parts.wide ?? ''}
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
          inputWrapperOrder={HINT_BELOW}
          value={draft.reviewOn}
          error={problemOf('reviewOn')}
          onChange={({ currentTarget }) => change({ reviewOn: currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('hotlists.expiresOn')}
          description={t('hotlists.expiresHint')}
          inputWrapperOrder={HINT_BELOW}
          value={draft.expiresOn}
          error={problemOf('expiresOn')}
          onChange={({ currentTarget }) => change({ expiresOn: currentTarget.value })}
        />
        <Select
          label={t('hotlists.tolerance')}
          description={t('hotlists.toleranceHint')}
          inputWrapperOrder={HINT_BELOW}
          allowDeselect={false}
          value={String(Math.round(draft.tolerance ?? 1))}
          onChange={(value) => value !== null && change({ tolerance: Number(value) })}
          data={[0, 1, 2, 3].map((value) => ({ value: String(value), label: tolerance(value) }))}
        />
        {list === null && (
          <SiteSelect sites={sites} value={siteId} onChange={(chosen) => change({ siteId: chosen })} />
        )}
        <div className={`${parts.wide} ${classes.single}`}>
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
