import type { OrganisationEntry, SystemEntryVersion } from '@amaan/contracts/governance/system-entry';
import { Button, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeSystem, systemKey } from '../../../api/lifecycle.ts';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import classes from './system.module.css';

export const ENTRY_MEMBERS = [
  'owner',
  'contact',
  'legalBasis',
  'deploymentContext',
  'supplierNotes',
  'retention',
] as const satisfies readonly (keyof OrganisationEntry)[];

const SHORT: readonly string[] = ['owner', 'contact'];
/** What the first gate asks for. */
const NEEDED: readonly string[] = ['owner', 'contact', 'legalBasis'];
const SHORTEST_NOTE = 3;

const EMPTY: OrganisationEntry = {
  owner: '',
  contact: '',
  legalBasis: '',
  deploymentContext: '',
  supplierNotes: '',
  retention: '',
};

/** Writes a new version of the organisation's part; the ones before stay. */
export function EntryForm({
  systemId,
  newest,
  onClose,
}: {
  systemId: string;
  newest: SystemEntryVersion | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [body, setBody] = useState(newest?.body ?? EMPTY);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: () => describeSystem(systemId, { seen: newest?.version ?? 0, body, note: note.trim() }),
    onSuccess: async () => {
      notifications.show({ message: t('lifecycle.entrySaved') });
      await queryClient.invalidateQueries({ queryKey: systemKey(systemId) });
      onClose();
    },
  });
  const tooShort = note.trim().length < SHORTEST_NOTE;
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!tooShort) save.mutate();
      }}
    >
      {ENTRY_MEMBERS.map((member) => {
        const common = {
          label: t(`lifecycle.entry.${member}`),
          description: t(`lifecycle.entryHint.${member}`),
          value: body[member],
          withAsterisk: NEEDED.includes(member),
        };
        const change = (value: string) => setBody({ ...body, [member]: value });
        return SHORT.includes(member) ? (
          <TextInput key={member} {...common} onChange={(event) => change(event.currentTarget.value)} />
        ) : (
          <Textarea
            key={member}
            {...common}
            autosize
            minRows={2}
            onChange={(event) => change(event.currentTarget.value)}
          />
        );
      })}
      <TextInput
        label={t('lifecycle.entryNote')}
        value={note}
        withAsterisk
        error={tried && tooShort && t('governance.reasonNeeded')}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <ProblemLine error={save.error} />
      <div className={classes.buttons}>
        <Button type="submit" loading={save.isPending}>
          {t('lifecycle.saveEntry')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
