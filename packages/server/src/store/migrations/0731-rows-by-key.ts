import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Rows are found by their key, even before PostgreSQL has counted them.
 *
 * Until then every index that ends in the id looks as good to it as the key, and of equals it takes the youngest: one
 * that has to be searched from end to end for each row. So the key is made the youngest. */
export const migration: Migration = {
  async up(db) {
    await sql`
      alter table table_row
        drop constraint table_row_pkey,
        add primary key (organization_id, table_name, id)`.execute(db)
  },
}
