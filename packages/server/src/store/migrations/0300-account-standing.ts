import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Where an account belongs, how it may work, and whether it speaks for the tenant. Administrators made before this
 * keep every right they had: they were the only ones who could have consented. */
export const migration: Migration = {
  async up(db) {
    await sql`
      alter table auth_user
        add column business_unit text not null default 'root',
        add column access_mode text not null default 'Read-Write' check (access_mode in (
          'Read-Write', 'Administrative', 'Read', 'Support User', 'Non-interactive', 'Delegated Admin'
        )),
        add column tenant_administrator boolean not null default false;

      update auth_user
         set tenant_administrator = true
       where representative is null
         and roles ? 'System Administrator';
    `.execute(db)
  },
}
