import type { Junction } from '@amaan/contracts/traffic/junction';
import type { DecisionReason } from '@amaan/contracts/traffic/signal-decision';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { signalReasons } from '../../../messages/en/signal-reasons.ts';

/** A reason of a controller in words of the page's language; one without words there is shown by its code and figures. */
export function useReasonText(
  junction: Pick<Junction, 'stages' | 'lanes' | 'groups'>,
): (reason: DecisionReason) => string {
  const { t } = useTranslation();
  // Which figures a sentence has depends on its code; the types of the messages cannot say so.
  const translate = t as (key: string, values: Record<string, string>) => string;
  const format = useFormat();
  /** People know stages, lanes and groups by their names. */
  const named = (value: string | number): string =>
    typeof value === 'number'
      ? format.number(value, 1)
      : ([...junction.stages, ...junction.lanes, ...junction.groups].find(({ id }) => id === value)?.name ??
        value);
  return ({ code, values }) => {
    const written = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, named(value)]));
    if (hasWords(code)) return translate(`signalReasons.${code}`, written);
    const figures = Object.entries(written).map(([name, value]) => `${name} ${value}`);
    return [code, ...figures].join(' · ');
  };
}

function hasWords(code: string): code is keyof typeof signalReasons {
  return code in signalReasons;
}
