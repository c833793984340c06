import type { Role } from '@amaan/contracts/api/me';
import type { RecordAuthor } from '@amaan/contracts/governance/record';
import type { Principal } from '../access/decide.ts';

/** A made-up person of a demonstration deployment; every word of theirs is marked `demo`. */
export interface DemoPerson {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  /** Nobody real: what four eyes compare. */
  readonly person: string;
  readonly role: Role;
}

const demoPerson = (name: string, role: Role): DemoPerson => {
  const slug = name.toLowerCase().replaceAll(' ', '-');
  return { id: slug, username: slug.replaceAll('-', '.'), name, person: `${slug}-person`, role };
};

/** One person per role, and the second ones that four eyes need. */
export const DEMO_PEOPLE = {
  operator: demoPerson('Demo operator', 'operator'),
  supervisor: demoPerson('Demo supervisor', 'supervisor'),
  investigator: demoPerson('Demo investigator', 'investigator'),
  trafficReviewer: demoPerson('Demo traffic reviewer', 'traffic-reviewer'),
  analyst: demoPerson('Demo analyst', 'analyst'),
  governanceOfficer: demoPerson('Demo governance officer', 'governance-officer'),
  secondOfficer: demoPerson('Demo second officer', 'governance-officer'),
  auditor: demoPerson('Demo auditor', 'auditor'),
} as const satisfies Record<string, DemoPerson>;

/** A demo person as the author of a record. */
export function demoAuthor({ id, name, person, role }: DemoPerson): RecordAuthor {
  return { actor: `user:${id}`, name, person, role };
}

/** A demo person as who asks for something of every site. */
export function demoPrincipal(person: DemoPerson): Principal {
  return { ...person, sites: 'all', mustChangePassword: false, secondFactor: false, steppedUpAt: null };
}

/** What every seeded decision says of itself. */
export const DEMO_STATEMENT = 'Seeded for demonstration. No real person took this decision.';
