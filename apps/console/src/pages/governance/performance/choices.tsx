import { SERVICE_PHASES } from '@amaan/contracts/performance';
import { CALL_PHASES, TIMED_PHASES, type TimedPhase } from '@amaan/contracts/service/call-phases';
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** One choice of a few, each with its label. */
export function Choice<Value extends string>({
  label,
  value,
  data,
  onChange,
}: {
  label: string;
  value: Value;
  data: readonly { readonly value: Value; readonly label: string }[];
  onChange: (value: Value) => void;
}) {
  return (
    <Select
      label={label}
      value={value}
      data={[...data]}
      allowDeselect={false}
      onChange={(chosen) => {
        const known = data.find((one) => one.value === chosen);
        if (known !== undefined) onChange(known.value);
      }}
    />
  );
}

/** The phases that alerts or calls are timed in. */
export function phasesOf(of: 'alerts' | 'calls'): readonly TimedPhase[] {
  const phases: readonly TimedPhase[] = of === 'alerts' ? SERVICE_PHASES : CALL_PHASES;
  return TIMED_PHASES.filter((phase) => phases.includes(phase));
}

/** Names of phases, of alerts or of calls. */
export function usePhaseName(): (of: 'alerts' | 'calls', phase: TimedPhase) => string {
  const { t } = useTranslation();
  return (of, phase) => {
    if (phase === 'travel' || phase === 'arrival') return t(`service.phase.${phase}`);
    if (phase === 'alert' || phase === 'acknowledgement' || of === 'alerts')
      return t(`performance.phase.${phase}`);
    return t(`service.phase.${phase}`);
  };
}
