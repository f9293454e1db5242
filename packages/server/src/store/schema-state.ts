import { sql } from 'kysely'
import { neededMigrations } from './migrate.ts'
import type { Store } from './store.ts'

/** The migrations that this release needs and the database has not seen. */
export async function missingMigrations({ db }: Pick<Store, 'db'>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select name
      from schema_migration`.execute(db)
  const applied = new Set(rows.map(({ name }) => name))
  return neededMigrations.filter((name) => !applied.has(name))
}
