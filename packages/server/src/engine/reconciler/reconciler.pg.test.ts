import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase } from '../../../../../tests/setup/postgres.ts'
import { createLog } from '../../log.ts'
import { ORGANIZATION } from '../../store/test-store.fixture.ts'
import { readWorkItem } from '../../store/work-items.ts'
import { by, newCase, newChat, openConfiguredEngine, TestClock, type TestEngine } from '../test-engine.fixture.ts'
import type { Difference } from './find-differences.ts'
import { createReconciler, type Reconciler } from './reconciler.ts'

let clock: TestClock
let engine: TestEngine
let reconciler: Reconciler
let told: Difference[]

beforeEach(async () => {
  clock = new TestClock()
  engine = await openConfiguredEngine(await createTestDatabase(), clock)
  told = []
  reconciler = createReconciler({
    store: engine.store,
    organizationId: ORGANIZATION,
    engine,
    log: createLog('silent'),
    onDrift: (drift) => told.push(drift),
    betweenLooksMs: 0,
  })
})

afterEach(() => engine.close())

test('in a day of every kind of work, nothing has drifted', async () => {
  for (let index = 0; index < 12; index++) await engine.do(newCase(`c${index}`))
  for (let index = 0; index < 8; index++) await engine.do(newChat(`t${index}`))
  expect(await reconciler.round()).toEqual([])
  await accept('t0')
  await accept('t1')
  await engine.do(by({ type: 'reject', workItem: 't2', representative: holderOf('t2') }))
  await engine.do(by({ type: 'endConversation', workItem: 't0', representative: null }))
  await engine.do(by({ type: 'customerDisconnects', workItem: 't1' }))
  await engine.do(by({ type: 'transferToQueue', workItem: 't1', queue: 'Chats' }))
  await engine.do({ type: 'completeRow', table: 'case', id: 'c0' })
  await engine.do(by({ type: 'setPresence', representative: 'ben', presence: 'Away' }))
  expect(await reconciler.round()).toEqual([])
  clock.advanceMs(60_000)
  await engine.drain()
  await engine.do(by({ type: 'signOut', representative: 'ada' }))
  expect(await reconciler.round()).toEqual([])
})

test('a new name of a queue is no drift', async () => {
  await engine.do(newChat('t0'))
  const { version } = engine.configuration()
  const changes = [{ list: 'queues', name: 'Chats', rename: 'Talks' }] as const
  const answer = await engine.do({ type: 'changeConfiguration', changes, basedOn: version, base: [], note: null })
  expect(answer.status).toBe('done')
  expect(await reconciler.round()).toEqual([])
})

test('a row that says something else than router and journal is written anew', async () => {
  await engine.do(newChat('t0'))
  const before = await readWorkItem(engine.store, ORGANIZATION, 't0')
  await engine.store.pool.query(`update work_item set state = 'Waiting', representative = null where id = 't0'`)
  const drifts = await reconciler.round()
  expect(drifts).toContainEqual(expect.objectContaining({ figure: 'workItem', name: 't0', mend: 'row' }))
  expect(told).toEqual(drifts)
  expect(await readWorkItem(engine.store, ORGANIZATION, 't0')).toEqual(before)
  const { rows } = await engine.store.pool.query(`select state, representative from work_item where id = 't0'`)
  expect(rows).toEqual([{ state: before?.state, representative: before?.session?.representative }])
  expect(await auditedNames()).toContain('t0')
  expect(await reconciler.round()).toEqual([])
})

test('a router that says something else than rows and journal is rebuilt from them', async () => {
  await engine.do(by({ type: 'setPresence', representative: 'ben', presence: 'Away' }))
  await engine.store.pool.query(`
    update representative_state
       set presence = 'Do not disturb', document = document::jsonb || '{"presence": "Do not disturb"}'
     where name = 'ben'`)
  const drifts = await reconciler.round()
  expect(drifts).toMatchObject([{ figure: 'representative', name: 'ben', mend: 'router' }])
  expect(engine.router()?.representative('ben')?.presence).toBe('Do not disturb')
  expect(await reconciler.round()).toEqual([])
})

function holderOf(workItem: string): string {
  return engine.router()?.workItem(workItem)?.session?.representative ?? ''
}

async function accept(workItem: string): Promise<void> {
  await engine.do(by({ type: 'accept', workItem, representative: holderOf(workItem) }))
}

async function auditedNames(): Promise<readonly string[]> {
  const { rows } = await engine.store.pool.query(`select subject_name from audit_entry where action = 'driftMended'`)
  return rows.map(({ subject_name: name }) => String(name))
}
