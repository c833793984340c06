import { NumberInput } from '@mantine/core';

/** A number that may be missing; an empty field is null and never zero. */
export function NumberField({
  label,
  description,
  value,
  min,
  max,
  step,
  suffix,
  onChange,
}: {
  label: string;
  description?: string;
  value: number | null;
  min: number;
  max: number;
  step?: number;
  suffix?: string;
  onChange: (value: number | null) => void;
}) {
  return (
    <NumberInput
      size="xs"
      // A number with its unit reads left to right in every language.
      dir="ltr"
      label={label}
      {...(description !== undefined && { description })}
      value={value ?? ''}
      min={min}
      max={max}
      {...(step !== undefined && { step })}
      {...(suffix !== undefined && { suffix })}
      onChange={(next) => onChange(typeof next === 'number' ? next : null)}
    />
  );
}
