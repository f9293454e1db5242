import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Business units as a tree. Names that accounts carry already become units below the root. */
export const migration: Migration = {
  async up(db) {
    await sql`
      create table business_unit (
        organization_id text not null references organization (id),
        name text not null,
        parent text,
        primary key (organization_id, name),
        foreign key (organization_id, parent) references business_unit (organization_id, name),
        check ((parent is null) = (name = 'root')),
        check (parent <> name)
      );
      create index business_unit_of_parent on business_unit (organization_id, parent);
      create index auth_user_of_business_unit on auth_user (organization_id, business_unit);

      insert into business_unit (organization_id, name, parent)
      select id, 'root', null
        from organization;

      insert into business_unit (organization_id, name, parent)
      select distinct organization_id, business_unit, 'root'
        from auth_user
       where business_unit <> 'root';
    `.execute(db)
  },
}
