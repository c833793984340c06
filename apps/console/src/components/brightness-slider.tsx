import { Slider } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** How bright a picture is shown: from half to three times; not mirrored, as pictures are not. */
export function BrightnessSlider({
  value,
  onChange,
  className,
}: {
  value: number;
  onChange: (brightness: number) => void;
  className: string | undefined;
}) {
  const { t } = useTranslation();
  const label = t('evidence.brightness');
  return (
    <div className={className} dir="ltr">
      <Slider
        size="sm"
        thumbLabel={label}
        label={label}
        min={0.5}
        max={3}
        step={0.1}
        value={value}
        onChange={onChange}
      />
    </div>
  );
}
