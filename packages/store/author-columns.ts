import type { RecordAuthor } from '@amaan/contracts/governance/record';

/** A `RecordAuthor`, column by column. */
export interface AuthorColumns {
  by_actor: string;
  by_name: string;
  by_person: string;
  by_role: string;
}

export function authorOf(row: AuthorColumns): RecordAuthor {
  return { actor: row.by_actor, name: row.by_name, person: row.by_person, role: row.by_role };
}

export function authorColumns({ actor, name, person, role }: RecordAuthor): AuthorColumns {
  return { by_actor: actor, by_name: name, by_person: person, by_role: role };
}
