import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE ledger_state (
      only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
      size bigint NOT NULL,
      frontier jsonb NOT NULL
    )`.execute(db);
  await sql`INSERT INTO ledger_state (size, frontier) VALUES (0, '[]')`.execute(db);
  await sql`
    CREATE TABLE ledger_entry (
      index bigint PRIMARY KEY,
      entry text NOT NULL,
      leaf_hash bytea NOT NULL CHECK (length(leaf_hash) = 32),
      kind text NOT NULL GENERATED ALWAYS AS (entry::jsonb ->> 'kind') STORED,
      subject text NOT NULL GENERATED ALWAYS AS (entry::jsonb ->> 'subject') STORED,
      at text NOT NULL GENERATED ALWAYS AS (entry::jsonb ->> 'at') STORED
    )`.execute(db);
  await sql`CREATE INDEX ledger_entry_of_subject ON ledger_entry (subject, index)`.execute(db);
  await sql`
    CREATE TABLE ledger_node (
      level smallint NOT NULL CHECK (level > 0),
      index bigint NOT NULL,
      hash bytea NOT NULL CHECK (length(hash) = 32),
      PRIMARY KEY (level, index)
    )`.execute(db);
  await sql`
    CREATE TABLE ledger_checkpoint (
      size bigint PRIMARY KEY,
      note text NOT NULL
    )`.execute(db);
  // A guard against accidents and careless scripts, not against a database superuser, who can switch
  // triggers off: against that one stand the signed checkpoints and the copy of them outside the database.
  await sql`
    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation';
    END $$`.execute(db);
  for (const table of ['ledger_entry', 'ledger_node', 'ledger_checkpoint', 'review']) {
    await sql`
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${sql.table(table)}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`.execute(db);
  }
}
