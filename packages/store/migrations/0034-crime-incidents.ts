import { type Kysely, sql } from 'kysely';

/** Imported files of incidents and patrols, what offences count as, areas of police stations. The incidents are in files. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE crime_import (
      id uuid PRIMARY KEY,
      site_id uuid NOT NULL REFERENCES site,
      kind text NOT NULL CHECK (kind IN ('incidents', 'patrols')),
      name text NOT NULL,
      simulated boolean NOT NULL,
      imported_at timestamptz(3) NOT NULL,
      imported_by text NOT NULL,
      imported_by_name text NOT NULL,
      mapping jsonb NOT NULL,
      -- Format, encoding, columns that stayed unread, rejected lines by reason, the first of them.
      facts jsonb NOT NULL,
      file_bytes bigint NOT NULL,
      file_digest bytea NOT NULL CHECK (length(file_digest) = 32),
      data_digest bytea NOT NULL CHECK (length(data_digest) = 32),
      stored integer NOT NULL CHECK (stored > 0),
      rejected integer NOT NULL,
      -- When the first may have begun and the last may have ended.
      first_at timestamptz(3) NOT NULL,
      last_at timestamptz(3) NOT NULL,
      taken_back_at timestamptz(3),
      taken_back_by_name text,
      taken_back_reason text,
      CHECK ((taken_back_at IS NULL) = (taken_back_reason IS NULL))
    )`.execute(db);
  await sql`CREATE INDEX crime_import_by_time ON crime_import (site_id, id DESC)`.execute(db);
  // A file counts once.
  await sql`
    CREATE UNIQUE INDEX crime_import_once ON crime_import (site_id, kind, simulated, file_digest)
    WHERE taken_back_at IS NULL`.execute(db);
  await sql`
    CREATE TABLE crime_import_offence (
      import_id uuid NOT NULL REFERENCES crime_import,
      offence text NOT NULL,
      incidents integer NOT NULL CHECK (incidents > 0),
      PRIMARY KEY (import_id, offence)
    )`.execute(db);
  await sql`
    CREATE TABLE crime_offence (
      offence text PRIMARY KEY,
      kind text NOT NULL,
      officer_initiated boolean NOT NULL,
      victim_sensitive boolean NOT NULL,
      reviewed boolean NOT NULL,
      changed_at timestamptz(3),
      changed_by_name text,
      reason text NOT NULL DEFAULT ''
    )`.execute(db);
  // In which plane a site's places are measured, and what is near it: set by its first file.
  await sql`
    CREATE TABLE crime_plane (
      site_id uuid NOT NULL REFERENCES site,
      simulated boolean NOT NULL,
      plane text NOT NULL,
      longitude double precision NOT NULL,
      latitude double precision NOT NULL,
      PRIMARY KEY (site_id, simulated)
    )`.execute(db);
  await sql`
    CREATE TABLE crime_boundary_set (
      site_id uuid NOT NULL REFERENCES site,
      version integer NOT NULL,
      digest bytea NOT NULL CHECK (length(digest) = 32),
      stored_at timestamptz(3) NOT NULL,
      stored_by text NOT NULL,
      stored_by_name text NOT NULL,
      PRIMARY KEY (site_id, version)
    )`.execute(db);
  await sql`
    CREATE TABLE crime_boundary (
      id uuid PRIMARY KEY,
      site_id uuid NOT NULL,
      version integer NOT NULL,
      name text NOT NULL,
      name_urdu text NOT NULL,
      code text NOT NULL,
      population integer,
      area_km2 double precision NOT NULL,
      geometry jsonb NOT NULL,
      FOREIGN KEY (site_id, version) REFERENCES crime_boundary_set
    )`.execute(db);
  await sql`CREATE INDEX crime_boundary_of_set ON crime_boundary (site_id, version)`.execute(db);
}
