import { Button, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { IconAlertHexagon } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { type IncidentOrigin, openIncidentFrom } from '../../../api/flows.ts';
import { FormButtons } from '../../../components/form-buttons.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import classes from '../../../components/records/records.module.css';
import { SEVERITIES, type Severity } from '../../../components/severity-mark.tsx';

/** Opens an incident that leads back to where it came from. Only for those who may write incidents. */
export function OpenIncidentButton({ origin }: { origin: IncidentOrigin }) {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may('incident.write')) return null;
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconAlertHexagon size={16} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {t('incidents.open.incident')}
      </Button>
      {open && <OpenIncidentDialog origin={origin} onClose={() => setOpen(false)} />}
    </>
  );
}

function OpenIncidentDialog({ origin, onClose }: { origin: IncidentOrigin; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [title, setTitle] = useState('');
  const [what, setWhat] = useState('');
  const [severity, setSeverity] = useState<Severity>('medium');
  const save = useMutation({
    mutationFn: () => openIncidentFrom(origin, { title, what, severity, owner: null }),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries();
      await navigate({ to: '/governance/incidents', search: { kind: 'incident', id } });
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('incidents.open.incident')}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <p className="prose quiet">{t(`incidents.from.${origin.kind}`)}</p>
        <TextInput
          label={t('incidents.field.title')}
          value={title}
          minLength={3}
          maxLength={200}
          required
          dir="auto"
          data-autofocus
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        />
        <Select
          label={t('incidents.field.severity')}
          value={severity}
          allowDeselect={false}
          data={(Object.keys(SEVERITIES) as Severity[]).map((name) => ({
            value: name,
            label: t(`incidents.severity.${name}`),
          }))}
          onChange={(value) => setSeverity(value as Severity)}
        />
        <Textarea
          label={t('incidents.field.what')}
          value={what}
          maxLength={4000}
          required
          dir="auto"
          autosize
          minRows={3}
          onChange={({ currentTarget }) => setWhat(currentTarget.value)}
        />
        <ProblemLine error={save.error} />
        <FormButtons pending={save.isPending} onClose={onClose} />
      </form>
    </Modal>
  );
}
