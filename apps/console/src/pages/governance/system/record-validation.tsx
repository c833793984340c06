import { ValidationInput } from '@amaan/contracts/governance/validation';
import { Button, FileButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconUpload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { recordValidation, validationsQuery } from '../../../api/lifecycle.ts';
import { ProblemLine } from '../../../components/problem-notice.tsx';

/** Records what `amaan govern validate --out` wrote to a file, for example on a machine without this server. */
export function RecordValidation({ systemId }: { systemId: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const queryClient = useQueryClient();
  const clear = useRef<() => void>(null);
  /** The name of a file that is no result. */
  const [unread, setUnread] = useState<string | null>(null);
  const record = useMutation({
    mutationFn: (result: ValidationInput) => recordValidation(systemId, result),
    onSuccess: async ({ passed }) => {
      notifications.show({ message: t(passed ? 'lifecycle.recordedPassed' : 'lifecycle.recordedFailed') });
      await queryClient.invalidateQueries({ queryKey: validationsQuery(systemId).queryKey });
    },
  });
  const choose = async (file: File | null) => {
    if (file === null) return;
    record.reset();
    const read = ValidationInput.safeParse(parseJson(await file.text()));
    setUnread(read.success ? null : file.name);
    if (read.success) record.mutate(read.data);
    // So that the same file can be chosen again after it was mended.
    clear.current?.();
  };
  if (!may('validation.record')) return null;
  return (
    <div>
      <FileButton accept=".json,application/json" resetRef={clear} onChange={(file) => void choose(file)}>
        {(props) => (
          <Button
            {...props}
            variant="default"
            size="xs"
            loading={record.isPending}
            leftSection={<IconUpload size={16} aria-hidden="true" />}
          >
            {t('lifecycle.recordValidation')}
          </Button>
        )}
      </FileButton>
      {unread !== null && <p role="alert">{t('lifecycle.notAValidation', { name: unread })}</p>}
      <ProblemLine error={record.error} />
    </div>
  );
}

/** Null where it is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
