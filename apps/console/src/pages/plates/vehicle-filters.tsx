import { VEHICLE_CLASSES } from '@amaan/contracts/object-class';
import { VEHICLE_COLOURS } from '@amaan/contracts/plates/vehicle';
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Chosen {
  readonly class?: string | undefined;
  readonly colour?: string | undefined;
}

/** Two selects: what kind of vehicle, and its colour. */
export function VehicleFilters({ value, onChange }: { value: Chosen; onChange: (change: Chosen) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Select
        size="xs"
        clearable
        label={t('plates.vehicle')}
        placeholder={t('plates.anyClass')}
        value={value.class ?? null}
        onChange={(chosen) => onChange({ class: chosen ?? undefined })}
        data={VEHICLE_CLASSES.map((name) => ({ value: name, label: t(`object.${name}`) }))}
      />
      <Select
        size="xs"
        clearable
        label={t('plates.colourLabel')}
        placeholder={t('plates.anyColour')}
        value={value.colour ?? null}
        onChange={(chosen) => onChange({ colour: chosen ?? undefined })}
        data={VEHICLE_COLOURS.map((name) => ({ value: name, label: t(`plates.colour.${name}`) }))}
      />
    </>
  );
}
