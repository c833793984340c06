/** Why a controller proposes a stage, by the code of the reason. `ur/signal-reasons.ts` has exactly these keys. */
export const signalReasons = {
  'highest-pressure':
    'Most wait there and there is room beyond: pressure {{pressure}}, the present stage has {{present}}.',
  'waited-longest': '{{lane}} has waited longest: {{seconds}} s.',
  'nobody-else-waits': 'Nobody waits elsewhere; green for {{seconds}} s.',
  'gap-out': 'No vehicle has come for {{seconds}} s.',
  'max-out': 'The longest green is over: {{seconds}} s.',
  'vehicles-come': 'Vehicles are still coming, {{gap}} s apart.',
  'no-change-yet': 'No other stage may begin yet.',
  'goes-on-loses-least':
    'Going on costs the least in the next {{horizon}} s: {{lost}} vehicle-seconds against {{other}} or more.',
  'change-loses-least':
    'This change costs the least in the next {{horizon}} s: {{lost}} vehicle-seconds against {{other}} or more.',
  'no-better-stage': 'No other stage can do better: {{lost}} vehicle-seconds in the next {{horizon}} s.',
  'lets-queue-go': '{{vehicles}} standing on {{lane}} can go.',
  'emergency-wave': 'An emergency vehicle is expected in {{seconds}} s.',
} as const;
