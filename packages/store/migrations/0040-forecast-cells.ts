import { type Kysely, sql } from 'kysely';

/**
 * Forecasts choose squares or hexagons, where they had the side of squares alone; plans name their cells instead of numbering
 * them in a lattice. What was asked and planned before is worded as it would be now.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    UPDATE crime_analysis SET question = jsonb_set(question #- '{settings,cellMetres}', '{settings,cells}',
      jsonb_build_object('shape', 'square', 'metres', question #> '{settings,cellMetres}'))
    WHERE kind = 'forecast' AND question #> '{settings,cellMetres}' IS NOT NULL`.execute(db);
  await sql`
    UPDATE crime_plan SET cells = (cells - 'lattice') || jsonb_build_object('visited', coalesce((
      SELECT jsonb_agg(concat_ws(':', cells #>> '{lattice,crs}', cells #>> '{lattice,cellMetres}',
        round((cells #> '{lattice,originX}')::numeric / (cells #> '{lattice,cellMetres}')::numeric)
          + number::bigint % (cells #> '{lattice,columns}')::bigint,
        round((cells #> '{lattice,originY}')::numeric / (cells #> '{lattice,cellMetres}')::numeric)
          + number::bigint / (cells #> '{lattice,columns}')::bigint) ORDER BY place)
      FROM jsonb_array_elements_text(cells -> 'visited') WITH ORDINALITY AS visit (number, place)), '[]'::jsonb))
    WHERE cells ? 'lattice'`.execute(db);
}
