import type { Document, DocumentView } from '@amaan/contracts/governance/document';
import type { RiskCriteria } from '@amaan/contracts/governance/risk';
import { NumberInput, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/api-problem.ts';
import { documentsKey, fetchDocument, openDocument, saveDocument } from '../../../api/documents.ts';
import { recordKey } from '../../../api/records.ts';
import { FormButtons } from '../../../components/form-buttons.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { ConflictNotice } from '../../../components/records/conflict-notice.tsx';
import { dayOf, instantOfDay, OwnerFields } from '../../../components/records/record-fields.tsx';
import classes from '../../../components/records/records.module.css';
import { documentOf } from './document-of.ts';

type Draft = Omit<Document, 'file'>;
type DocumentType = Document['type'];

const TYPES = [
  'policy',
  'procedure',
  'plan',
  'contract',
  'evidence',
  'risk-criteria',
  'other',
] as const satisfies readonly DocumentType[];
const SHORTEST_TITLE = 3;
const FIRST_CRITERIA: RiskCriteria = { acceptableUpTo: 6, tolerableUpTo: 14 };

function draftOf(view: DocumentView | null): Draft {
  if (view === null) return { type: 'policy', text: '', controls: [], riskCriteria: null };
  const { file: _file, ...draft } = documentOf(view);
  return draft;
}

/** Writes a document, or the next version of one. When somebody saved meanwhile it shows both. */
export function DocumentForm({
  view,
  onSaved,
  onClose,
}: {
  /** Null: a new one. */
  view: DocumentView | null;
  onSaved: (id: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [title, setTitle] = useState(view?.record.title ?? '');
  const [owner, setOwner] = useState(view?.record.owner ?? '');
  const [reviewDay, setReviewDay] = useState(dayOf(view?.record.reviewAt ?? null));
  const [note, setNote] = useState('');
  const [body, setBody] = useState<Draft>(() => draftOf(view));
  const [theirs, setTheirs] = useState<DocumentView | null>(null);
  const [tried, setTried] = useState(false);
  const titleGood = title.trim().length >= SHORTEST_TITLE;
  const save = useMutation({
    mutationFn: () => {
      const around = { title, owner: owner.trim() || null, reviewAt: instantOfDay(reviewDay), body };
      const seen = (theirs ?? view)?.record.version;
      return view && seen !== undefined
        ? saveDocument(view.record.id, { seen, note, ...around })
        : openDocument(around);
    },
    onSuccess: async ({ record }) => {
      notifications.show({ message: t('documents.saved') });
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: documentsKey }),
        queryClient.invalidateQueries({ queryKey: recordKey(record.id) }),
      ]);
      onSaved(record.id);
    },
    onError: async (error) => {
      if (view && error instanceof ApiProblem && error.code === 'RECORD_CHANGED')
        setTheirs(await fetchDocument(view.record.id));
    },
  });
  const submit = () => {
    setTried(true);
    if (titleGood) save.mutate();
  };
  const setType = (type: DocumentType) =>
    setBody({
      ...body,
      type,
      riskCriteria: type === 'risk-criteria' ? (body.riskCriteria ?? FIRST_CRITERIA) : null,
    });
  const setCriteria = (change: Partial<RiskCriteria>) =>
    setBody({ ...body, riskCriteria: { ...(body.riskCriteria ?? FIRST_CRITERIA), ...change } });
  const other = theirs && draftOf(theirs);
  const conflicts = other
    ? [
        { id: 'text', label: t('documents.text'), mine: body.text, theirs: other.text },
        {
          id: 'controls',
          label: t('documents.controls'),
          mine: body.controls.join(', '),
          theirs: other.controls.join(', '),
        },
      ].filter(({ mine, theirs: saved }) => mine !== saved)
    : [];
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextInput
        label={t('documents.name')}
        value={title}
        required
        maxLength={200}
        dir="auto"
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        error={tried && !titleGood && t('documents.nameNeeded')}
      />
      <Select
        label={t('documents.type')}
        data={TYPES.map((value) => ({ value, label: t(`documents.types.${value}`) }))}
        value={body.type}
        allowDeselect={false}
        onChange={(value) => setType(value as DocumentType)}
      />
      {body.riskCriteria && (
        <>
          <div className={classes.pair}>
            {(['acceptableUpTo', 'tolerableUpTo'] as const).map((name) => (
              <NumberInput
                key={name}
                label={t(`documents.${name}`)}
                value={body.riskCriteria?.[name] ?? ''}
                min={1}
                max={25}
                allowDecimal={false}
                onChange={(value) => typeof value === 'number' && setCriteria({ [name]: value })}
              />
            ))}
          </div>
          <p className="quiet">{t('documents.criteriaHint')}</p>
        </>
      )}
      <Textarea
        label={t('documents.text')}
        description={t('documents.textHint')}
        value={body.text}
        autosize
        minRows={8}
        maxRows={24}
        maxLength={200_000}
        dir="auto"
        onChange={({ currentTarget }) => setBody({ ...body, text: currentTarget.value })}
      />
      <TagsInput
        label={t('documents.controls')}
        description={t('documents.controlsHint')}
        value={body.controls}
        maxTags={60}
        dir="ltr"
        onChange={(controls) => setBody({ ...body, controls })}
      />
      <OwnerFields
        owner={owner}
        reviewDay={reviewDay}
        onChange={(changed) => {
          if (changed.owner !== undefined) setOwner(changed.owner);
          if (changed.reviewDay !== undefined) setReviewDay(changed.reviewDay);
        }}
      />
      {view && (
        <TextInput
          label={t('documents.note')}
          description={t('common.recorded')}
          value={note}
          maxLength={500}
          dir="auto"
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
      )}
      {theirs && other ? (
        <ConflictNotice
          who={theirs.record.changedBy.name}
          fields={conflicts}
          saving={save.isPending}
          onTakeTheirs={(name) => setBody({ ...body, [name]: other[name as 'text' | 'controls'] })}
          onSaveMine={submit}
        />
      ) : (
        <ProblemLine error={save.error} />
      )}
      <FormButtons pending={save.isPending} mayBeSent={theirs === null} onClose={onClose} />
    </form>
  );
}
