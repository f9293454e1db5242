import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AssignmentMethod, AssignmentOrder, Configuration } from '../src/configuration/document.ts'
import { SECOND, startTestRouter } from './router-under-test.fixture.ts'

/** Who gets an item is worked out anew here from SPEC.md, by comparing everybody, and must be the router's choice. */

const LIMITS = { numRuns: 150, interruptAfterTimeLimit: 20_000 }
const COST = 10
const people = ['ana', 'ben', 'cem', 'dia'] as const

interface Person {
  readonly units: number
  readonly a: number | null
  readonly b: number | null
  readonly level: number | null
}

const anyRating = fc.constantFrom(null, 1, 2, 3, 4, 5)
const anyPerson: fc.Arbitrary<Person> = fc.record({
  units: fc.constantFrom(10, 20, 30),
  a: anyRating,
  b: anyRating,
  level: fc.constantFrom(null, 1, 2),
})

const orders: readonly AssignmentOrder[] = [
  'roundRobin',
  'leastActive',
  'unitCapacity',
  { proficiency: 'most' },
  { proficiency: 'nearest' },
  { skillCount: true },
  { path: 'representative.level' },
  { path: 'representative.level', direction: 'descending' },
]

interface Setup {
  readonly team: readonly Person[]
  readonly method: 'highestCapacity' | 'roundRobin' | 'leastActive' | 'custom'
  readonly skillMatching: 'exact' | 'closest' | 'none'
  readonly orderBy: readonly AssignmentOrder[]
  readonly required: { readonly a: number; readonly b: number | null }
}

const anySetup: fc.Arbitrary<Setup> = fc.record({
  team: fc.array(anyPerson, { minLength: 4, maxLength: 4 }),
  method: fc.constantFrom('highestCapacity', 'roundRobin', 'leastActive', 'custom', 'custom'),
  skillMatching: fc.constantFrom('exact', 'closest', 'none'),
  orderBy: fc.shuffledSubarray([...orders], { minLength: 1, maxLength: 2 }),
  required: fc.record({ a: fc.constantFrom(1, 3, 5), b: fc.constantFrom(null, 2, 4) }),
})

/** What the choice depends on beside the settings. */
interface Standing {
  readonly name: string
  readonly person: Person
  readonly slot: number
  used: number
  /** In the order of assignments; zero: never. */
  turn: number
  releasedAt: number
}

test('everybody who gets an item is the one that the documented order names', () => {
  fc.assert(
    fc.property(anySetup, fc.array(fc.nat(5), { minLength: 5, maxLength: 25 }), (setup, day) => {
      const router = startTestRouter(organization(setup))
      const team = setup.team.map(
        (person, slot): Standing => ({ name: people[slot] ?? '', person, slot, used: 0, turn: 0, releasedAt: 0 }),
      )
      for (const name of people) router.do({ type: 'signIn', representative: name })
      const held: { readonly id: string; readonly by: Standing }[] = []
      day.forEach((happening, index) => {
        router.pass(SECOND)
        if (happening < 2 && held.length > 0) {
          const [ended] = held.splice(index % held.length, 1)
          if (ended === undefined) return
          router.do({ type: 'endConversation', workItem: ended.id, representative: null })
          ended.by.used -= COST
          ended.by.releasedAt = router.now()
          return
        }
        const id = `chat-${index}`
        router.startConversation(id, 'Chat')
        const chosen = choose(team, setup)
        expect({ id, by: router.holder(id) }).toEqual({ id, by: chosen?.name ?? null })
        if (chosen === undefined) {
          router.do({ type: 'customerLeaves', workItem: id })
          return
        }
        chosen.used += COST
        chosen.turn = index + 1
        held.push({ id, by: chosen })
      })
    }),
    LIMITS,
  )
})

function organization({ team, method, skillMatching, orderBy, required }: Setup): Configuration {
  const assignment: AssignmentMethod =
    method === 'custom'
      ? {
          method,
          rulesets: [{ name: 'Rules', isDefault: true, rules: [rule([...orderBy], skillMatching === 'exact')] }],
        }
      : { method }
  return {
    version: 1,
    skillTypes: ['Any'],
    ratingModels: [{ name: 'Five', min: 1, max: 5 }],
    skills: ['a', 'b'].map((name) => ({ name, type: 'Any', ratingModel: 'Five' })),
    representatives: team.map(({ units, a, b, level }, slot) => ({
      name: people[slot] ?? '',
      units,
      skills: { ...(a !== null && { a }), ...(b !== null && { b }) },
      columns: { level },
    })),
    queues: [{ name: 'Queue', type: 'messaging', members: [...people], assignment }],
    workstreams: [
      {
        name: 'Chat',
        type: 'messaging',
        channel: 'liveChat',
        fallbackQueue: 'Queue',
        capacity: { units: COST },
        skillMatching,
        wrapUp: 'dontBlock',
        offer: { autoAssign: true },
        classification: [{ name: 'Skills', rules: [{ name: 'All', when: { all: [] }, set: { skills: required } }] }],
      },
    ],
  }
}

function rule(orderBy: AssignmentOrder[], isExact: boolean) {
  const free = { path: 'representative.units', op: 'ge', valuePath: 'item.requiredUnits' } as const
  const exact = { path: 'representative.skills', op: 'exactMatch' } as const
  return { name: 'Free', when: { all: isExact ? [free, exact] : [free] }, orderBy }
}

function choose(team: readonly Standing[], setup: Setup): Standing | undefined {
  const eligible = team.filter(
    (one) => one.person.units - one.used >= COST && (setup.skillMatching !== 'exact' || qualifies(one, setup)),
  )
  return eligible.toSorted((left, right) => byMethod(left, right, setup) || byTurn(left, right))[0]
}

function byMethod(left: Standing, right: Standing, setup: Setup): number {
  if (setup.method === 'custom')
    return (
      setup.orderBy.map((order) => byOrder(order, [left, right], setup)).find((difference) => difference !== 0) ?? 0
    )
  if (setup.skillMatching === 'closest') return byOrder({ proficiency: 'nearest' }, [left, right], setup)
  return byOrder(setup.method === 'highestCapacity' ? 'unitCapacity' : setup.method, [left, right], setup)
}

function byOrder(order: AssignmentOrder, [left, right]: readonly [Standing, Standing], { required }: Setup): number {
  if (order === 'roundRobin') return byTurn(left, right)
  if (order === 'leastActive') return left.releasedAt - right.releasedAt
  if (order === 'unitCapacity') return right.person.units - right.used - (left.person.units - left.used)
  if (order === 'profileCapacity') return 0
  if ('path' in order) return byLevel(left, right, order.direction === 'descending')
  if ('skillCount' in order) return count(right) - count(left)
  if (order.proficiency === 'most') return sum(right) - sum(left)
  const [one, other] = [left, right].map(({ person }) => distance(person, required))
  return [0, 1, 2].map((key) => (one?.[key] ?? 0) - (other?.[key] ?? 0)).find((difference) => difference !== 0) ?? 0
}

/** What is lacking, what is not held though any rating would do, what is too much. */
function distance({ a, b }: Person, required: Setup['required']): readonly number[] {
  const lacking = Math.max(0, required.a - (a ?? 0)) + (required.b === null ? 0 : Math.max(0, required.b - (b ?? 0)))
  const surplus = Math.max(0, (a ?? 0) - required.a) + (required.b === null ? 0 : Math.max(0, (b ?? 0) - required.b))
  return [lacking, Number(required.b === null && b === null), surplus]
}

function qualifies({ person: { a, b } }: Standing, { required }: Setup): boolean {
  return a !== null && a >= required.a && b !== null && b >= (required.b ?? 0)
}

function byLevel(left: Standing, right: Standing, isDescending: boolean): number {
  const [one, other] = [left.person.level, right.person.level]
  // Whoever has no level comes last, whichever way the others go.
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  return isDescending ? other - one : one - other
}

function count({ person: { a, b } }: Standing): number {
  return Number(a !== null) + Number(b !== null)
}

function sum({ person: { a, b } }: Standing): number {
  return (a ?? 0) + (b ?? 0)
}

function byTurn(left: Standing, right: Standing): number {
  return left.turn - right.turn || left.slot - right.slot
}
