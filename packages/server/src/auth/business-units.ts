import { AppError, BUSINESS_UNITS_MAX, type BusinessUnitView, rootBusinessUnit } from '@unified-routing/contract'
import {
  type BusinessUnitChange,
  type BusinessUnitFacts,
  changeBusinessUnits,
  countOwnedByBusinessUnit,
  type OwnedByBusinessUnit,
  readBusinessUnits,
  type StoredBusinessUnit,
} from '../store/business-units.ts'
import type { Store } from '../store/store.ts'

/** Beyond so many rows, how many exactly is not counted. */
const OWNED_COUNT_MAX = 1_000

/** The business units of an organization: a tree whose root is always there. */
export interface BusinessUnits {
  list(): Promise<{ readonly items: readonly BusinessUnitView[]; readonly missing: readonly string[] }>
  /** Errors: invalid, when there is no such parent; refused, when the name is taken or there are too many. */
  add(unit: { readonly name: string; readonly parent: string }): Promise<BusinessUnitView>
  /** Answers the parent before, too. Errors: notFound; invalid; refused, when it would be below itself. */
  move(name: string, parent: string): Promise<{ readonly before: string; readonly after: BusinessUnitView }>
  /** Answers the parent it had. Errors: notFound; refused while it is in use. */
  remove(name: string): Promise<string>
}

export interface BusinessUnitsOptions {
  readonly store: Store
  readonly organizationId: string
  /** How many representatives of the present configuration carry each name. */
  readonly representatives: () => ReadonlyMap<string, number>
  /** Called after each change of the tree. */
  readonly onChanged: () => Promise<void>
}

export function createBusinessUnits({
  store,
  organizationId,
  representatives,
  onChanged,
}: BusinessUnitsOptions): BusinessUnits {
  async function change(decide: (facts: BusinessUnitFacts) => BusinessUnitChange): Promise<void> {
    await changeBusinessUnits(store, organizationId, decide)
    await onChanged()
  }
  async function list() {
    const facts = await readBusinessUnits(store, organizationId)
    const people = representatives()
    const names = new Set(facts.units.map(({ name }) => name))
    const carried = new Set([...facts.accounts.keys(), ...people.keys()])
    return {
      items: facts.units.map((unit) => viewOf(unit, facts, people)),
      missing: [...carried].filter((name) => !names.has(name)).toSorted(),
    }
  }
  async function find(name: string): Promise<BusinessUnitView> {
    const found = (await list()).items.find((unit) => unit.name === name)
    if (found === undefined) throw noSuchUnit(name)
    return found
  }
  return {
    list,
    async add({ name, parent }) {
      await change(({ units }) => {
        requireParent(units, parent)
        if (units.some((unit) => unit.name === name))
          throw new AppError('refused', `There is a business unit ${name} already; choose another name.`, {
            reason: 'businessUnitExists',
          })
        if (units.length >= BUSINESS_UNITS_MAX)
          throw new AppError(
            'refused',
            `There are ${BUSINESS_UNITS_MAX} business units; delete one that is not used.`,
            {
              reason: 'tooManyBusinessUnits',
            },
          )
        return { kind: 'add', name, parent }
      })
      return find(name)
    },
    async move(name, parent) {
      let before: string = rootBusinessUnit
      await change(({ units }) => {
        before = requireMovable(units, name)
        requireParent(units, parent)
        if (wayUp(units, parent).includes(name))
          throw new AppError('refused', `${parent} is ${name} or below it; choose one that is not.`, {
            reason: 'businessUnitBelowItself',
          })
        return { kind: 'move', name, parent }
      })
      return { before, after: await find(name) }
    },
    async remove(name) {
      let before: string = rootBusinessUnit
      const owned = await countOwnedByBusinessUnit(store, organizationId, { name, countMax: OWNED_COUNT_MAX })
      await change((facts) => {
        before = requireMovable(facts.units, name)
        requireUnused(name, { ...facts, ...owned, representatives: representatives().get(name) ?? 0 })
        return { kind: 'remove', name }
      })
      return before
    },
  }
}

function viewOf(
  { name, parent }: StoredBusinessUnit,
  { accounts }: BusinessUnitFacts,
  people: ReadonlyMap<string, number>,
): BusinessUnitView {
  return { name, parent, accounts: accounts.get(name) ?? 0, representatives: people.get(name) ?? 0 }
}

/** The unit and all it is below, up to the root. */
function wayUp(units: readonly StoredBusinessUnit[], name: string): readonly string[] {
  const parents = new Map(units.map((unit) => [unit.name, unit.parent]))
  const way: string[] = []
  for (let at: string | null = name; at !== null && !way.includes(at); at = parents.get(at) ?? null) way.push(at)
  return way
}

function requireParent(units: readonly StoredBusinessUnit[], parent: string): void {
  if (units.some(({ name }) => name === parent)) return
  throw unknownBusinessUnit('body.parent', parent)
}

/** The parent of a unit that is not the root. */
function requireMovable(units: readonly StoredBusinessUnit[], name: string): string {
  const unit = units.find((one) => one.name === name)
  if (unit === undefined) throw noSuchUnit(name)
  if (unit.parent !== null) return unit.parent
  throw new AppError('refused', `${name} is the root: it stays, and every other business unit is below it.`, {
    reason: 'rootBusinessUnit',
  })
}

interface Uses extends BusinessUnitFacts, OwnedByBusinessUnit {
  readonly representatives: number
}

function requireUnused(name: string, { units, accounts, representatives, rows, workItems }: Uses): void {
  const uses = [
    counted(units.filter(({ parent }) => parent === name).length, 'business unit below it', 'business units below it'),
    counted(accounts.get(name) ?? 0, 'account', 'accounts'),
    counted(representatives, 'representative', 'representatives'),
    counted(rows, 'row', 'rows'),
    counted(workItems, 'open work item', 'open work items'),
  ].filter((use) => use !== null)
  if (uses.length === 0) return
  throw new AppError('refused', `${name} is in use by ${uses.join(', ')}; move them first.`, {
    reason: 'businessUnitInUse',
  })
}

function counted(count: number, one: string, many: string): string | null {
  if (count === 0) return null
  return `${count < OWNED_COUNT_MAX ? count : `${OWNED_COUNT_MAX} or more`} ${count === 1 ? one : many}`
}

function noSuchUnit(name: string): AppError {
  return new AppError('notFound', `There is no business unit ${name}; list them to see which there are.`)
}

/** A request named a business unit that is not in the tree. */
export function unknownBusinessUnit(path: string, name: string): AppError {
  const message = `is ${name}, which is no business unit; list them to see which there are`
  return new AppError('invalid', `${path} ${message}.`, { errors: [{ path, message }] })
}
