import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './form-buttons.module.css';

/** The end of a form: leave it, or send it. */
export function FormButtons({
  action,
  cancel,
  pending,
  mayBeSent = true,
  onClose,
}: {
  /** What sending does; left out: it saves. */
  action?: string;
  cancel?: string;
  pending: boolean;
  /** False while the form is sent in another way, for example after a conflict. */
  mayBeSent?: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={classes.buttons}>
      <Button variant="default" onClick={onClose}>
        {cancel ?? t('common.cancel')}
      </Button>
      {mayBeSent && (
        <Button type="submit" loading={pending}>
          {action ?? t('common.save')}
        </Button>
      )}
    </div>
  );
}
