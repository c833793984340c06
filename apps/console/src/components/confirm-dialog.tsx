import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './confirm-dialog.module.css';
import { FormButtons } from './form-buttons.tsx';
import { ProblemLine } from './problem-notice.tsx';

/** Asks before something that cannot simply be taken back. */
export function ConfirmDialog({
  title,
  text,
  action,
  pending,
  error,
  size,
  children,
  onConfirm,
  onClose,
}: {
  title: string;
  text?: string;
  /** The word on the button: what happens, never "OK". */
  action: string;
  pending: boolean;
  error: Error | null;
  /** Of the dialog, for much to fill in. */
  size?: 'lg' | 'xl';
  /** More to fill in. */
  children?: ReactNode;
  onConfirm: () => void;
  onClose: () => void;
}) {
  return (
    <Modal opened onClose={onClose} title={title} {...(size && { size })}>
      <form
        className={classes.dialog}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm();
        }}
      >
        {text !== undefined && <p className="prose">{text}</p>}
        {children}
        <ProblemLine error={error} />
        <FormButtons action={action} pending={pending} onClose={onClose} />
      </form>
    </Modal>
  );
}
