import type { SuspectedViolation } from '@amaan/contracts/violations/suspected-violation';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';

const secondsBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 1_000;

/** What a vehicle seems to have done, in one sentence with the numbers that count. */
export function useFinding(): (violation: SuspectedViolation) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const seconds = (ms: number) => format.number(ms / 1_000, 1);
  return (violation) => {
    switch (violation.kind) {
      case 'red-light': {
        const { entry, exit } = violation.signal.redForMs;
        const after = exit ?? entry + Date.parse(violation.exit.at) - Date.parse(violation.entry.at);
        return t('violations.evidence.found.red-light', { entry: seconds(entry), exit: seconds(after) });
      }
      case 'stop-line':
        return t('violations.evidence.found.stop-line', {
          entry: seconds(violation.signal.redForMs.entry),
          rest: format.number(violation.restSeconds, 1),
        });
      case 'wrong-way': {
        const lasted = format.number(secondsBetween(violation.from, violation.to), 1);
        return violation.metres === null
          ? t('violations.evidence.found.wrong-way', { seconds: lasted })
          : t('violations.evidence.found.wrong-way-metres', {
              metres: format.number(violation.metres),
              seconds: lasted,
            });
      }
      case 'speed':
        return t('violations.evidence.found.speed', {
          lower: format.number(Math.floor(violation.speed.lowerKmh)),
          limit: format.number(violation.speed.limitKmh),
        });
      case 'average-speed':
        return t('violations.evidence.found.average-speed', {
          lower: format.number(Math.floor(violation.speed.lowerKmh)),
          limit: format.number(violation.speed.limitKmh),
          metres: format.number(violation.distanceM),
        });
      case 'lane':
        return violation.crossing === null
          ? t('violations.evidence.found.lane', {
              seconds: format.number(secondsBetween(violation.from, violation.to), 1),
            })
          : t('violations.evidence.found.lane-line');
      case 'prohibited-turn':
        return t('violations.evidence.found.prohibited-turn');
      case 'no-parking':
        return t('violations.evidence.found.no-parking', {
          stood: format.span(violation.seconds * 1_000),
          allowed: format.span(violation.allowedSeconds * 1_000),
        });
      case 'helmet':
      case 'seat-belt':
        return t(`violations.evidence.found.${violation.kind}`, {
          pictures: format.number(violation.verdicts.filter(({ verdict }) => verdict === 'not-worn').length),
        });
    }
  };
}
