import { csvText } from '@amaan/contracts/csv-text';
import { Button, FileInput, Modal, Textarea, TextInput } from '@mantine/core';
import { IconFileDownload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { faceReportsKey, recordFaceAudit } from '../../../api/face-reports.ts';
import parts from '../../../components/detail-parts.module.css';
import { FormButtons } from '../../../components/form-buttons.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { saveCsv } from '../../../csv/save-csv.ts';
import { utcDay } from '../../../format/days.ts';
import { AUDIT_COLUMNS, type AuditFile, readAuditFile } from './audit-file.ts';
import { AuditPreview } from './audit-preview.tsx';
import { type AuditProblem, auditProblems } from './audit-problems.ts';
import classes from './reports.module.css';

/** Uploads an audit set as numbers. What the file says is shown before it is sent; a bad line stops all of it. */
export function AuditDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState({ name: '', source: '', lawfulness: '', from: '', to: '' });
  const [file, setFile] = useState<File | null>(null);
  const [read, setRead] = useState<AuditFile | null>(null);
  const [tried, setTried] = useState(false);
  const problems = auditProblems(draft, read, utcDay(Date.now()));
  const say = (problem: AuditProblem) =>
    tried && problems.has(problem) ? t(`faceReports.audit.problem.${problem}`) : undefined;
  const set = (change: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...change }));
  const choose = async (chosen: File | null) => {
    setFile(chosen);
    setRead(chosen === null ? null : readAuditFile(await chosen.text()));
  };
  const upload = useMutation({
    mutationFn: recordFaceAudit,
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: faceReportsKey });
      onClose();
    },
  });
  return (
    <Modal opened size="lg" onClose={onClose} title={t('faceReports.audit.add')}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (problems.size === 0 && read !== null) upload.mutate({ ...draft, groups: [...read.groups] });
        }}
      >
        <p className={`${parts.wide} prose quiet`}>{t('faceReports.audit.addText')}</p>
        <TextInput
          className={parts.wide ?? ''}
          label={t('faceReports.audit.name')}
          value={draft.name}
          maxLength={120}
          dir="auto"
          data-autofocus
          error={say('name')}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
        />
        <Textarea
          className={parts.wide ?? ''}
          label={t('faceReports.audit.source')}
          description={t('faceReports.audit.sourceHint')}
          value={draft.source}
          maxLength={2000}
          dir="auto"
          autosize
          minRows={2}
          error={say('source')}
          onChange={({ currentTarget }) => set({ source: currentTarget.value })}
        />
        <Textarea
          className={parts.wide ?? ''}
          label={t('faceReports.audit.lawfulness')}
          description={t('faceReports.audit.lawfulnessHint')}
          value={draft.lawfulness}
          maxLength={2000}
          dir="auto"
          autosize
          minRows={2}
          error={say('lawfulness')}
          onChange={({ currentTarget }) => set({ lawfulness: currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('faceReports.from')}
          value={draft.from}
          error={say('from')}
          onChange={({ currentTarget }) => set({ from: currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('faceReports.to')}
          value={draft.to}
          error={say('to')}
          onChange={({ currentTarget }) => set({ to: currentTarget.value })}
        />
        <FileInput
          className={parts.wide ?? ''}
          label={t('faceReports.audit.file')}
          description={t('faceReports.audit.fileHint', { columns: AUDIT_COLUMNS.join(', ') })}
          placeholder={t('faceReports.audit.choose')}
          accept=".csv,text/csv"
          value={file}
          clearable
          error={read?.problem ? t(`faceReports.audit.problem.${read.problem}`) : say('file')}
          onChange={(chosen) => void choose(chosen)}
        />
        <span className={parts.wide}>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconFileDownload size={16} aria-hidden="true" />}
            onClick={() =>
              saveCsv(
                'face-audit-example.csv',
                csvText(AUDIT_COLUMNS, [['age band', '18-30', '1000', '12', '3']]),
              )
            }
          >
            {t('faceReports.audit.example')}
          </Button>
        </span>
        {read !== null && read.problem === null && <AuditPreview file={read} />}
        <div className={parts.wide}>
          <ProblemLine error={upload.error} />
          <p className="quiet">{t('common.recorded')}</p>
          <FormButtons action={t('faceReports.audit.send')} pending={upload.isPending} onClose={onClose} />
        </div>
      </form>
    </Modal>
  );
}
