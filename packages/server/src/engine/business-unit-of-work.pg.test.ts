import type { Configuration } from '@unified-routing/routing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase } from '../../../../tests/setup/postgres.ts'
import { readRow } from '../store/rows.ts'
import { ORGANIZATION } from '../store/test-store.fixture.ts'
import { readWorkItem } from '../store/work-items.ts'
import type { Operation, OperationAnswer } from './operations.ts'
import {
  by,
  newCase,
  newChat,
  openConfiguredEngine,
  openTestEngine,
  TestClock,
  type TestEngine,
  testConfiguration,
} from './test-engine.fixture.ts'

let clock: TestClock
let database: string
let engine: TestEngine

beforeEach(async () => {
  clock = new TestClock()
  database = await createTestDatabase()
  engine = await openConfiguredEngine(database, clock)
})

afterEach(() => engine.close())

const caseOfEurope: Operation = {
  type: 'createRow',
  table: 'case',
  id: 'c1',
  values: { title: 'Late parcel' },
  route: true,
  businessUnit: 'Europe',
}

async function unitOf(workItem: string): Promise<string | null> {
  return (await readWorkItem(engine.store, ORGANIZATION, workItem))?.businessUnit ?? null
}

function itemOf(answer: OperationAnswer): string {
  if (answer.status !== 'done' || answer.workItem === null) throw new Error('no work item came of it')
  return answer.workItem.id
}

/** The representative `ada` in a unit of her own. */
function withAdaIn(businessUnit: string): Configuration {
  const [ada, ...others] = testConfiguration.representatives ?? []
  return { ...testConfiguration, representatives: [{ ...ada, name: 'ada', businessUnit }, ...others] }
}

async function configure(configuration: Configuration): Promise<void> {
  const { version } = engine.configuration()
  expect(await engine.do({ type: 'replaceConfiguration', configuration, ifVersion: version })).toMatchObject({
    status: 'done',
  })
}

test('a record item belongs where its record belongs, from the beginning to the end and over a restart', async () => {
  const item = itemOf(await engine.do(caseOfEurope))
  expect(await unitOf(item)).toBe('Europe')
  await engine.close()
  engine = await openTestEngine(database, { clock })
  const open = engine.router()?.workItem(item) ?? null
  expect(open === null ? null : engine.businessUnitOf(open)).toBe('Europe')
  await engine.do({ type: 'completeRow', table: 'case', id: 'c1' })
  expect(await unitOf(item)).toBe('Europe')
  expect(await readRow(engine.store, ORGANIZATION, { table: 'case', id: 'c1' })).toMatchObject({
    businessUnit: 'Europe',
    active: false,
  })
})

test('a record takes its open item along to another unit, and keeps the unit when its values change', async () => {
  const item = itemOf(await engine.do(caseOfEurope))
  const change = { type: 'updateRow', table: 'case', id: 'c1', ifVersion: null } as const
  await engine.do({ ...change, values: {}, businessUnit: 'Asia' })
  expect(await unitOf(item)).toBe('Asia')
  await engine.do({ ...change, values: { title: 'Found' } })
  expect(await engine.do({ type: 'saveAndRoute', table: 'case', id: 'c1', values: {}, ifVersion: null })).toMatchObject(
    {
      row: { businessUnit: 'Asia', version: 3 },
    },
  )
  expect(await unitOf(item)).toBe('Asia')
})

test('a record that names no unit belongs to the root, as rows of the configuration do', async () => {
  expect(await unitOf(itemOf(await engine.do(newCase('c2'))))).toBe('root')
  expect(await readRow(engine.store, ORGANIZATION, { table: 'contact', id: 'cora' })).toMatchObject({
    businessUnit: 'root',
  })
})

test('a conversation belongs to the root until somebody accepts it, then to their unit', async () => {
  await configure(withAdaIn('Europe'))
  const item = itemOf(await engine.do(newChat('chat')))
  expect(engine.router()?.workItem(item)?.session?.representative).toBe('ada')
  expect(await unitOf(item)).toBe('root')
  await engine.do(by({ type: 'accept', workItem: item, representative: 'ada' }))
  expect(await unitOf(item)).toBe('Europe')
  await configure(withAdaIn('Asia'))
  expect(await unitOf(item)).toBe('Asia')
  await engine.do(by({ type: 'endConversation', workItem: item, representative: 'ada' }))
  await engine.do(by({ type: 'closeSession', workItem: item, representative: 'ada' }))
  expect(await readWorkItem(engine.store, ORGANIZATION, item)).toMatchObject({ state: 'Closed', businessUnit: 'Asia' })
})
