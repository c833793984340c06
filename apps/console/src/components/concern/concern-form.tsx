import {
  CONCERN_CATEGORIES,
  type ConcernInput,
  type ConcernReceipt,
} from '@amaan/contracts/governance/concern';
import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemLine } from '../problem-notice.tsx';
import classes from './concern.module.css';
import { ConcernReceiptView } from './concern-receipt-view.tsx';

const SHORTEST = 10;

interface ConcernFormProps {
  readonly systems: readonly { readonly id: string; readonly name: string }[];
  /** The system that is chosen until somebody chooses another. */
  readonly about?: string | undefined;
  readonly send: (input: ConcernInput) => Promise<ConcernReceipt>;
  /** More to fill in, before the button. */
  readonly children?: ReactNode;
}

/** Raises a concern, then shows the receipt: the only time that anybody sees its code. */
export function ConcernForm({ systems, about, send, children }: ConcernFormProps) {
  const { t } = useTranslation();
  const [category, setCategory] = useState<ConcernInput['category']>('wrong-alert');
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const system = chosen === undefined ? (about ?? null) : chosen;
  const [what, setWhat] = useState('');
  const [contact, setContact] = useState('');
  const [tried, setTried] = useState(false);
  const raise = useMutation({ mutationFn: send, gcTime: 0 });
  if (raise.data) return <ConcernReceiptView receipt={raise.data} onAnother={() => raise.reset()} />;
  const tooShort = what.trim().length < SHORTEST;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (tooShort) return;
    const reach = contact.trim();
    raise.mutate({
      category,
      what,
      ...(system !== null && { system }),
      ...(reach !== '' && { contact: reach }),
    });
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <Select
        label={t('concerns.category')}
        value={category}
        allowDeselect={false}
        data={CONCERN_CATEGORIES.map((name) => ({ value: name, label: t(`concerns.categories.${name}`) }))}
        onChange={(value) => setCategory(value as ConcernInput['category'])}
      />
      <Select
        label={t('concerns.system')}
        placeholder={t('concerns.anySystem')}
        clearable
        value={system}
        data={systems.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setChosen}
      />
      <Textarea
        label={t('concerns.what')}
        description={t('concerns.whatHint')}
        value={what}
        dir="auto"
        autosize
        minRows={4}
        maxLength={4000}
        withAsterisk
        error={tried && tooShort && t('concerns.tooShort')}
        onChange={({ currentTarget }) => setWhat(currentTarget.value)}
      />
      <TextInput
        label={t('concerns.contact')}
        description={t('concerns.contactHint')}
        value={contact}
        dir="auto"
        maxLength={200}
        onChange={({ currentTarget }) => setContact(currentTarget.value)}
      />
      {children}
      <ProblemLine error={raise.error} />
      <div>
        <Button type="submit" loading={raise.isPending}>
          {t('concerns.send')}
        </Button>
      </div>
    </form>
  );
}
