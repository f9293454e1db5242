import type { Role } from '@unified-routing/contract'
import { startTestApp, type TestApp, type TestReply } from './test-app.ts'

/** Everybody but the system administrator is in Europe; Iberia is below it, Asia beside it. */
export const units = ['Europe', 'Iberia', 'Asia', 'root'] as const
export type Unit = (typeof units)[number]

/** A representative of each unit. */
export const colleagues: Readonly<Record<Unit, string>> = { Europe: 'edda', Iberia: 'ines', Asia: 'akio', root: 'sam' }

const all = units
export const andBelow: readonly Unit[] = ['Europe', 'Iberia']
const own: readonly Unit[] = ['Europe']
const none: readonly Unit[] = []

/** By hand: what is written here is what the product must do, whatever its tables say. Null: not for the role at all. */
export const reach: Readonly<
  Record<
    Role,
    {
      readonly rows: readonly Unit[]
      readonly changes: readonly Unit[] | null
      readonly deletes: readonly Unit[] | null
      /** Of a queue that is not theirs; of cara's own. */
      readonly work: readonly Unit[]
      readonly diagnostics: readonly Unit[] | null
      readonly people: readonly Unit[]
    }
  >
> = {
  'System Administrator': { rows: all, changes: all, deletes: all, work: all, diagnostics: all, people: all },
  'CSR Manager': {
    rows: andBelow,
    changes: andBelow,
    deletes: andBelow,
    work: andBelow,
    diagnostics: andBelow,
    people: andBelow,
  },
  'Omnichannel Administrator': { rows: all, changes: all, deletes: null, work: all, diagnostics: all, people: all },
  'Omnichannel Supervisor': {
    rows: andBelow,
    changes: andBelow,
    deletes: null,
    work: andBelow,
    diagnostics: andBelow,
    people: andBelow,
  },
  'Customer Service Representative': {
    rows: own,
    changes: own,
    deletes: null,
    work: own,
    diagnostics: null,
    people: own,
  },
  'Omnichannel Agent': { rows: own, changes: null, deletes: null, work: none, diagnostics: null, people: own },
}

type Ask = [method: string, path: string, body?: unknown]

export interface DividedApp {
  readonly app: TestApp
  readonly base: string
  /** The case of each unit, and its work item, which waits in Support. */
  readonly cases: ReadonlyMap<Unit, string>
  readonly items: ReadonlyMap<Unit, string>
  as(role: Role, ...ask: Ask): Promise<TestReply>
  /** As the system administrator. */
  ask(...ask: Ask): Promise<TestReply>
  newCase(businessUnit: Unit, route: boolean): Promise<TestReply>
}

/** A server whose organization is divided into business units. */
export async function startDividedApp(): Promise<DividedApp> {
  const app = await startTestApp()
  const base = await app.server.listen({ host: '127.0.0.1', port: 0 })
  const as: DividedApp['as'] = (role, ...[method, path, body]) =>
    app.call(role, method, `/api/v1${path}`, body === undefined ? {} : { body })
  const ask: DividedApp['ask'] = (...request) => as('System Administrator', ...request)
  const newCase: DividedApp['newCase'] = (businessUnit, route) =>
    ask('POST', '/tables/case/rows', { values: { title: `Of ${businessUnit}` }, businessUnit, route })
  const tree = { Europe: 'root', Iberia: 'Europe', Asia: 'root' }
  for (const [name, parent] of Object.entries(tree)) await ask('POST', '/business-units', { name, parent })
  await putIntoUnits(app, ask)
  const cases = new Map<Unit, string>()
  const items = new Map<Unit, string>()
  for (const unit of units) {
    const made = await newCase(unit, true)
    cases.set(unit, made.body.row.id)
    items.set(unit, made.body.workItem.id)
  }
  return { app, base, cases, items, as, ask, newCase }
}

async function putIntoUnits(app: TestApp, ask: DividedApp['ask']): Promise<void> {
  const { document, version } = app.engine.configuration()
  const { representatives = [] } = document
  const changes = [
    ...representatives
      .filter(({ name }) => !['sam', 'chris'].includes(name))
      .map((row) => ({ list: 'representatives', name: row.name, row: { ...row, businessUnit: 'Europe' } })),
    ...Object.entries(colleagues)
      .filter(([unit]) => unit !== 'root')
      .map(([businessUnit, name]) => ({ list: 'representatives', name, row: { name, businessUnit } })),
  ]
  const configured = await ask('POST', '/configuration/changes', { basedOn: version, changes })
  if (configured.status !== 200) throw new Error(configured.text)
}
