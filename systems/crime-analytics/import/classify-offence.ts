import type { IncidentKind, OffenceClass } from '@amaan/contracts/crime/incident';

interface Rule {
  readonly words: RegExp;
  readonly kind: IncidentKind;
  /** Recorded where officers look. */
  readonly officerInitiated?: true;
  readonly victimSensitive?: true;
}

/** The first that fits counts, so what is more particular stands first. */
const RULES: readonly Rule[] = [
  {
    words: /rape|sexual|sodomy|molest|indecent|outraging.*modesty|incest|zina|زنا|زیادتی|جنسی/,
    kind: 'sexual-offence',
    victimSensitive: true,
  },
  {
    words: /domestic|spous|dowry|honou?r killing|acid|گھریلو تشدد|غیرت|تیزاب/,
    kind: 'domestic-violence',
    victimSensitive: true,
  },
  { words: /child|juvenile|minor victim|بچوں|بچے/, kind: 'other', victimSensitive: true },
  {
    words: /kidnap|abduct|traffick.*(person|human)|human traffick|false imprison|wrongful confinement|اغوا/,
    kind: 'kidnapping',
    victimSensitive: true,
  },
  { words: /harass|stalk|voyeur|ہراساں/, kind: 'harassment', victimSensitive: true },
  { words: /murder|homicide|manslaughter|qatl|killing|قتل/, kind: 'homicide', victimSensitive: true },
  { words: /prostitut|solicit|brothel|gambl|جوا|قمار/, kind: 'disorder', officerInitiated: true },
  {
    words: /drug|narcotic|cannabis|charas|heroin|liquor|alcohol|منشیات|چرس|شراب/,
    kind: 'drugs',
    officerInitiated: true,
  },
  { words: /weapon|firearm|arms act|illegal arms|gun|اسلحہ/, kind: 'weapons', officerInitiated: true },
  {
    words:
      /disorder|public order|nuisance|loiter|vagran|trespass|obstruct|resist|drunk|loudspeaker|one ?wheel|wheelie|kite|پتنگ|ہوائی فائر|ون ویلنگ/,
    kind: 'disorder',
    officerInitiated: true,
  },
  { words: /extort|bhatta|blackmail|بھتہ/, kind: 'extortion', victimSensitive: true },
  { words: /collision|accident|pedestrian struck|traffic|rash driving|hit and run|حادثہ/, kind: 'traffic' },
  { words: /robbery|dacoity|snatch|mugging|ڈکیتی|راہزنی|چھین/, kind: 'robbery' },
  {
    words: /(theft|burglary|break).*\b(from|of contents).*(vehicle|car|auto)|theft from|larceny from/,
    kind: 'theft-from-vehicle',
  },
  {
    words:
      /(vehicle|car|auto|motor ?(cycle|bike|cycle)).*(theft|lifting|stol)|theft of (motor )?(vehicle|car)|گاڑی چوری|موٹر سائیکل چوری/,
    kind: 'vehicle-theft',
  },
  { words: /(break|burglar).*(commercial|business|shop|non.?resid)|shop ?break/, kind: 'burglary-business' },
  { words: /burglar|break (and|&) enter|break.?in|house ?break|نقب زنی/, kind: 'burglary-home' },
  {
    words: /assault|battery|hurt|wound|grievous|violen|against a person|مارپیٹ|تشدد|ضرب/,
    kind: 'assault',
    victimSensitive: true,
  },
  { words: /arson|fire ?rais|آتش زنی/, kind: 'arson' },
  { words: /mischief|vandal|criminal damage|graffiti|توڑ پھوڑ/, kind: 'vandalism' },
  { words: /fraud|cheat|forg|counterfeit|embezzl|deceptive|فراڈ|دھوکہ|جعل سازی/, kind: 'fraud' },
  { words: /theft|larceny|steal|stolen|shoplift|pick ?pocket|چوری/, kind: 'theft' },
];

/**
 * What an offence counts as by the words of its name, English or Urdu, until an administrator says otherwise. One that no
 * rule knows counts as victim-sensitive: it is better to show too little of it.
 */
export function classifyOffence(offence: string): OffenceClass {
  const name = offence.normalize('NFC').toLowerCase();
  const rule = RULES.find(({ words }) => words.test(name));
  if (rule === undefined) return { kind: 'other', officerInitiated: false, victimSensitive: true };
  const { kind, officerInitiated = false, victimSensitive = false } = rule;
  return { kind, officerInitiated, victimSensitive };
}
