/** Why a controller proposes a stage, by the code of the reason. `ur/signal-reasons.ts` has exactly these keys. */
export const signalReasons = {
  'highest-pressure':
    'Most wait there and there is room beyond: pressure {{pressure}}, the present stage has {{present}}.',
  'waited-longest': '{{lane}} has waited longest: {{seconds}} s.',
  'nobody-else-waits': 'Nobody waits elsewhere; green for {{seconds}} s.',
  'gap-out': 'No vehicle has come for {{seconds}} s.',
  'max-out': 'The longest green is over: {{seconds}} s.',
  'vehicles-come': 'Vehicles are still coming, {{gap}} s apart.',
} as const;
