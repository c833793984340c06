import type { DocumentView } from '@amaan/contracts/governance/document';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPencil } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { approveDocument, documentsKey, withdrawDocument } from '../../../api/documents.ts';
import { recordKey } from '../../../api/records.ts';
import type { ComparisonWords } from '../../../components/records/comparison-words.ts';
import { RecordHeading } from '../../../components/records/record-heading.tsx';
import { RecordPast } from '../../../components/records/record-past.tsx';
import classes from '../../../components/records/records.module.css';
import { StatementDialog } from '../../../components/records/statement-dialog.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { DocumentFileBlock } from './document-file.tsx';
import { DocumentForm } from './document-form.tsx';
import { documentOf } from './document-of.ts';
import { PlainText } from './plain-text.tsx';

const DONE = { approve: 'approved', withdraw: 'withdrawn' } as const;
type Step = keyof typeof DONE;

/** One document: its text and file, what it is evidence of, and its past. */
export function DocumentDetail({ view, onClose }: { view: DocumentView; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const words = useDocumentWords();
  const queryClient = useQueryClient();
  const [editing, setEditing] = useState(false);
  const [asked, setAsked] = useState<Step | null>(null);
  const { record, overdue } = view;
  const { id, number, status, version } = record;
  const { type, text, file, controls, riskCriteria } = documentOf(view);
  const mayWrite = may('document.write') && status !== 'withdrawn';
  const steps: readonly Step[] = [
    ...(status === 'draft' && may('document.sign') ? (['approve'] as const) : []),
    ...(status !== 'withdrawn' && may('document.sign') ? (['withdraw'] as const) : []),
  ];
  const sign = async (step: Step, statement: string) => {
    await (step === 'approve' ? approveDocument(id, version, statement) : withdrawDocument(id, statement));
    notifications.show({ message: t(`documents.${DONE[step]}`, { number }) });
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: documentsKey }),
      queryClient.invalidateQueries({ queryKey: recordKey(id) }),
    ]);
  };
  return (
    <article className={classes.detail} aria-label={record.title}>
      <RecordHeading
        record={record}
        overdue={overdue}
        onClose={onClose}
        actions={
          !editing && (
            <>
              {mayWrite && (
                <Button
                  variant="default"
                  size="xs"
                  leftSection={<IconPencil size={16} aria-hidden="true" />}
                  onClick={() => setEditing(true)}
                >
                  {t('documents.edit')}
                </Button>
              )}
              {steps.map((step) => (
                <Button
                  key={step}
                  size="xs"
                  variant={step === 'withdraw' ? 'default' : 'filled'}
                  onClick={() => setAsked(step)}
                >
                  {t(`documents.${step}`)}
                </Button>
              ))}
            </>
          )
        }
      />
      {editing ? (
        <DocumentForm view={view} onSaved={() => setEditing(false)} onClose={() => setEditing(false)} />
      ) : (
        <>
          <p>
            {t(`documents.types.${type}`)}
            {controls.length > 0 && (
              <>
                {' · '}
                <span className="quiet">{t('documents.controls')}:</span>{' '}
                <span className="mono ltr">{controls.join(', ')}</span>
              </>
            )}
          </p>
          {riskCriteria && (
            <p>
              {t('documents.acceptableUpTo')} <strong>{format.number(riskCriteria.acceptableUpTo)}</strong>
              {' · '}
              {t('documents.tolerableUpTo')} <strong>{format.number(riskCriteria.tolerableUpTo)}</strong>
            </p>
          )}
          {text === '' ? file && <p className="quiet">{t('documents.noText')}</p> : <PlainText text={text} />}
          <DocumentFileBlock view={view} mayWrite={mayWrite} />
          <RecordPast id={id} words={words} />
        </>
      )}
      {asked && (
        <StatementDialog
          title={t(`documents.${asked}Title`, { number })}
          text={t(`documents.${asked}Text`)}
          action={t(`documents.${asked}`)}
          onSign={(statement) => sign(asked, statement)}
          onClose={() => setAsked(null)}
        />
      )}
    </article>
  );
}

function useDocumentWords(): ComparisonWords {
  const { t } = useTranslation();
  return {
    labelOf: ([part, member]) => {
      if (part === 'file') return member === undefined || member === 'name' ? t('documents.file') : null;
      if (part === 'riskCriteria')
        return member === 'tolerableUpTo' ? t('documents.tolerableUpTo') : t('documents.acceptableUpTo');
      return t(`documents.${part as 'type' | 'text' | 'controls'}`);
    },
    textOf: (value, [part]) => {
      if (part === 'type') return t(`documents.types.${value as 'policy'}`);
      return Array.isArray(value) ? value.map(String).join('\n') : String(value ?? '');
    },
  };
}
