import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { migrate } from './migrate.ts'
import { openStore } from './store.ts'

test('two servers that start at once on an empty database both find it migrated', async () => {
  const address = new URL(inject('postgres'))
  const admin = new pg.Client({ connectionString: address.href })
  await admin.connect()
  await admin.query('create database migrated_by_two')
  await admin.end()
  address.pathname = '/migrated_by_two'
  const stores = ['one', 'two'].map((name) => openStore({ connectionString: address.href, connectionsMax: 2, name }))
  await Promise.all(stores.map(migrate))
  for (const { pool } of stores) expect((await pool.query('select id from organization')).rowCount).toBe(0)
  await Promise.all(stores.map((store) => store.close()))
})
