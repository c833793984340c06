import type { LocalText } from '@amaan/contracts/ai-system';
import type { SignalEvidence } from '@amaan/contracts/violations/signal-timeline';
import type { SpeedEvidence, SuspectedViolation } from '@amaan/contracts/violations/suspected-violation';

/** What was measured of a violation, in one sentence for whoever is fined; null: there is nothing to measure. */
export function measuredWords(violation: SuspectedViolation): LocalText | null {
  switch (violation.kind) {
    case 'red-light':
      return redWords(violation.signal);
    case 'stop-line':
      return {
        en: `${redWords(violation.signal).en} The vehicle stood beyond the line for ${seconds(violation.restSeconds)} s.`,
        ur: `${redWords(violation.signal).ur} گاڑی لکیر سے آگے ${seconds(violation.restSeconds)} سیکنڈ کھڑی رہی۔`,
      };
    case 'speed':
    case 'average-speed':
      return speedWords(violation.speed, violation.kind === 'average-speed');
    case 'wrong-way':
      return violation.metres === null
        ? null
        : {
            en: `At least ${whole(violation.metres)} m against the direction of the lane.`,
            ur: `لین کی سمت کے خلاف کم از کم ${whole(violation.metres)} میٹر۔`,
          };
    case 'no-parking':
      return {
        en: `Stood for ${minutes(violation.seconds)} min where ${minutes(violation.allowedSeconds)} min are allowed.`,
        ur: `گاڑی ${minutes(violation.seconds)} منٹ کھڑی رہی، جہاں ${minutes(violation.allowedSeconds)} منٹ کی اجازت ہے۔`,
      };
    case 'lane':
    case 'prohibited-turn':
    case 'helmet':
    case 'seat-belt':
      return null;
  }
}

function redWords({ redForMs }: SignalEvidence): LocalText {
  const entry = seconds(redForMs.entry / 1000);
  if (redForMs.exit === null)
    return {
      en: `The signal had been red for at least ${entry} s when the stop line was crossed.`,
      ur: `رکنے کی لکیر پار کرتے وقت سگنل کم از کم ${entry} سیکنڈ سے سرخ تھا۔`,
    };
  const exit = seconds(redForMs.exit / 1000);
  return {
    en: `The signal had been red for at least ${entry} s when the stop line was crossed, and for ${exit} s when the vehicle drove on across the junction.`,
    ur: `رکنے کی لکیر پار کرتے وقت سگنل کم از کم ${entry} سیکنڈ سے سرخ تھا، اور چوراہا پار کرتے وقت ${exit} سیکنڈ سے۔`,
  };
}

function speedWords(speed: SpeedEvidence, isAverage: boolean): LocalText {
  const { lowerKmh, kmh, limitKmh } = speed;
  const taken = whole(kmh - lowerKmh);
  return {
    en: `${isAverage ? 'On average at' : 'At'} least ${whole(lowerKmh)} km/h where ${whole(limitKmh)} km/h are allowed. (${whole(kmh)} km/h was measured; ${taken} km/h were taken off for errors.)`,
    ur: `${isAverage ? 'اوسط رفتار' : 'رفتار'} کم از کم ${whole(lowerKmh)} کلومیٹر فی گھنٹہ، جبکہ حد ${whole(limitKmh)} ہے۔ (پیمائش ${whole(kmh)} تھی؛ غلطی کی گنجائش کے ${taken} کم کیے گئے۔)`,
  };
}

/** Down to a tenth, in favour of the driver. */
function seconds(value: number): string {
  return (Math.floor(value * 10) / 10).toFixed(1);
}

function whole(value: number): string {
  return String(Math.floor(value));
}

function minutes(value: number): string {
  return whole(value / 60);
}
