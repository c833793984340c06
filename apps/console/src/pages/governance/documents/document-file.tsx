import type { DocumentView } from '@amaan/contracts/governance/document';
import { Button, FileButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentFileUrl, documentsKey, uploadFile } from '../../../api/documents.ts';
import { recordKey } from '../../../api/records.ts';
import { DigestText } from '../../../components/digest-text.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import classes from '../../../components/records/records.module.css';
import { useFormat } from '../../../format/use-format.ts';
import { documentOf } from './document-of.ts';

const LARGEST_BYTES = 10 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

/** The file of a document: to be saved, and to be replaced in a new version. */
export function DocumentFileBlock({ view, mayWrite }: { view: DocumentView; mayWrite: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const queryClient = useQueryClient();
  const [tooLarge, setTooLarge] = useState<File | null>(null);
  const { id, version } = view.record;
  const { file } = documentOf(view);
  const upload = useMutation({
    mutationFn: (chosen: File) => uploadFile(id, version, chosen),
    onSuccess: async () => {
      notifications.show({ message: t('documents.uploaded') });
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: documentsKey }),
        queryClient.invalidateQueries({ queryKey: recordKey(id) }),
      ]);
    },
  });
  const choose = (chosen: File | null) => {
    if (chosen === null) return;
    const large = chosen.size > LARGEST_BYTES;
    setTooLarge(large ? chosen : null);
    upload.reset();
    if (!large) upload.mutate(chosen);
  };
  if (file === null && !mayWrite) return null;
  return (
    <section className={classes.block}>
      <h3>{t('documents.file')}</h3>
      {file && (
        <p className={classes.headingLine}>
          <Button
            component="a"
            href={documentFileUrl(id, version)}
            download={file.name}
            variant="default"
            size="xs"
            leftSection={<IconDownload size={16} aria-hidden="true" />}
          >
            {t('documents.download', { name: file.name })}
          </Button>
          <span className="quiet">
            {t('documents.fileSize', { size: format.number(Math.ceil(file.bytes / 1024)) })}
          </span>
          <DigestText value={file.sha256} />
        </p>
      )}
      {mayWrite && (
        <>
          <div>
            <FileButton accept=".pdf,.odt,.docx,.png,.csv,.txt,.md" onChange={choose}>
              {(props) => (
                <Button
                  {...props}
                  variant="default"
                  size="xs"
                  loading={upload.isPending}
                  leftSection={<IconUpload size={16} aria-hidden="true" />}
                >
                  {t(file ? 'documents.uploadOther' : 'documents.upload')}
                </Button>
              )}
            </FileButton>
          </div>
          <p className="quiet">{t('documents.uploadHint')}</p>
        </>
      )}
      {tooLarge && (
        <p className={classes.late} role="alert">
          {t('documents.uploadTooLarge', {
            name: tooLarge.name,
            size: format.number(tooLarge.size / MEGABYTE, 1),
          })}
        </p>
      )}
      <ProblemLine error={upload.error} />
    </section>
  );
}
