import { afterAll, beforeAll, expect, test } from 'vitest'
import { BindMessage } from './bind-message.ts'
import { CommitQuery } from './commit-query.ts'
import type { Store } from './store.ts'
import { openTestStore } from './test-store.fixture.ts'

let store: Store

beforeAll(async () => {
  store = await openTestStore(1)
})

afterAll(() => store.close())

test('values of every type reach PostgreSQL as they were given, again and again', async () => {
  const numbers = [0, -1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, -(2 ** 32) - 1, Number.MAX_SAFE_INTEGER, null]
  const texts = ['', 'a "quoted" \\ {text}', 'ünïcode 🙂', 'long '.repeat(50_000), null]
  const documents = ['{"a": [1, "é"]}', null]
  const statement = {
    name: 'every type',
    text: `
    select
     where $1::bigint[] is not distinct from array[${numbers.map(String).join(', ')}]::bigint[]
       and $2::text[] is not distinct from array['', 'a "quoted" \\ {text}', 'ünïcode 🙂', repeat('long ', 50000), null]
       and $3::jsonb[] is not distinct from array['{"a": [1, "é"]}', null]::jsonb[]
       and $4::json[]::text is not distinct from array['{"a": [1, "é"]}', null]::json[]::text
       and $5::boolean[] is not distinct from array[true, false, null]
       and $6::integer[] is not distinct from array[7, -7, null]
       and $7::text = 'one'`,
  }
  const sent = async (lastText: string) => {
    const message = new BindMessage(statement.name, 7)
    message.array('bigint', numbers, (it) => it)
    message.array('text', texts, (it) => it)
    message.array('jsonb', documents, (it) => it)
    message.array('json', documents, (it) => it)
    message.array('boolean', [true, false, null], (it) => it)
    message.array('integer', [7, -7, null], (it) => it)
    message.parameter('text', lastText)
    const hasRow = await carryOut(statement, message)
    message.recycle()
    return hasRow
  }
  expect(await sent('one')).toBe(true)
  expect(await sent('another')).toBe(false)
  expect(await sent('one')).toBe(true)
})

test('a value of another type than its column is refused before anything is sent', () => {
  const message = new BindMessage('refused', 1)
  expect(() => message.array('bigint', ['1'], (it) => it)).toThrow('a text is no bigint')
})

test('what PostgreSQL refuses fails with its error', async () => {
  const message = new BindMessage('fails', 1)
  message.parameter('integer', 0)
  await expect(carryOut({ name: 'fails', text: 'select 1 / $1::integer' }, message)).rejects.toMatchObject({
    code: '22012',
  })
})

async function carryOut(statement: { name: string; text: string }, message: BindMessage): Promise<boolean> {
  const client = await store.pool.connect()
  try {
    return await client.query(new CommitQuery(statement, message.finish())).outcome
  } finally {
    client.release()
  }
}
