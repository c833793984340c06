import { ActionIcon, Button } from '@mantine/core';
import { IconCheck, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DrawnShape } from '../../../picture/drawn-shape.ts';
import classes from './view-editor.module.css';

/** Begins to draw or to move one shape, says whether it is drawn, and takes it away where it may be missing. */
export function DrawButton({
  label,
  shape,
  active,
  removable = false,
  onDraw,
  onRemove,
}: {
  label: string;
  shape: DrawnShape | null;
  active: boolean;
  removable?: boolean;
  onDraw: () => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const drawn = shape?.closed === true;
  return (
    <span className={classes.draw}>
      <Button
        size="compact-sm"
        variant={active ? 'filled' : 'default'}
        aria-pressed={active}
        leftSection={
          drawn ? <IconCheck size={14} aria-hidden="true" /> : <IconPencil size={14} aria-hidden="true" />
        }
        onClick={onDraw}
      >
        {label}
      </Button>
      {shape !== null && (removable || !drawn) && (
        <ActionIcon
          size="sm"
          variant="subtle"
          aria-label={t('traffic.view.removeShape', { shape: label })}
          onClick={onRemove}
        >
          <IconTrash size={14} aria-hidden="true" />
        </ActionIcon>
      )}
    </span>
  );
}
