import fc from 'fast-check'
import type { Configuration } from '../src/configuration/document.ts'
import { participantsOf } from '../src/items/stages.ts'
import type { Actor } from '../src/vocabulary.ts'
import type { WorkItem } from '../src/work-item.ts'
import { names, shifts } from './random-organization.fixture.ts'
import { SECOND, type TestCommand, type TestRouter } from './router-under-test.fixture.ts'

/** Random days in a random organization, for property tests. */

/** One thing that happens, in numbers: the test turns it into a command about whatever is there at that moment. */
export interface Happening {
  readonly kind: number
  readonly who: number
  readonly which: number
  readonly detail: number
}

export const anyDay: fc.Arbitrary<readonly Happening[]> = fc.array(
  fc.record({ kind: fc.nat(36), who: fc.nat(3), which: fc.nat(7), detail: fc.nat(6) }),
  { minLength: 30, maxLength: 90, size: 'max' },
)

/** Lets it happen. Whatever makes no sense at that moment is refused, which is part of the test. */
export function happen(router: TestRouter, happening: Happening, index: number): void {
  const { kind, who, which, detail } = happening
  const representativeName = names[who] ?? 'ana'
  // Everybody but one begins the day signed in, or most of it would pass without work.
  if (index < 3) router.try({ type: 'signIn', representative: names[index] ?? 'ana' })
  if (kind < 4)
    router.pass([SECOND, 10 * SECOND, 31 * SECOND, 90 * SECOND, 200 * SECOND, 25 * 60 * SECOND][detail] ?? SECOND)
  else if (kind < 10) arrive(router, { which, detail, index })
  else if (kind < 12) router.try({ type: 'signIn', representative: representativeName })
  else if (kind < 15) router.try(aboutPerson(representativeName, detail))
  else if (kind === 32) reconfigure(router, { who, detail })
  else if (kind === 33) router.do({ type: 'resume', stoppedAt: router.now() })
  else {
    const items = [...router.router().openWorkItems()].sort((left, right) => left.orderSequence - right.orderSequence)
    const apt = items.filter((item) => suits(item, kind))
    const chosen = apt.length > 0 ? apt : items
    const workItem = chosen[which % Math.max(chosen.length, 1)]?.id ?? 'none'
    const holder = router.holder(workItem) ?? representativeName
    router.try(aboutItem({ kind, workItem, holder, representativeName, detail }))
  }
}

/** Another version of the same organization: other units and members, now and then somebody or a queue less. */
function reconfigure(router: TestRouter, { who, detail }: { who: number; detail: number }): void {
  const present = router.configuration()
  const gone = names[who] ?? 'ana'
  const configuration: Configuration = {
    ...present,
    representatives: (present.representatives ?? [])
      .filter(({ name }) => detail !== 4 || name !== gone)
      .map((person) => (person.name === gone ? { ...person, units: 25 * detail } : person)),
    queues: (present.queues ?? [])
      .filter(({ name }) => detail !== 5 || name !== 'Texts')
      .map((each) => ({ ...each, members: (each.members ?? []).filter((name) => detail < 3 || name !== gone) })),
  }
  useConfiguration(router, configuration)
}

/** Puts another version of the configuration in force. */
export function useConfiguration(router: TestRouter, configuration: Configuration): void {
  const version = router.router().configurationVersion() + 1
  router.do({ type: 'configure', configuration, calendars: shifts, version, rows: [] })
}

function arrive(router: TestRouter, { which, detail, index }: { which: number; detail: number; index: number }): void {
  const customer = [null, 'french', 'other'][detail % 3] ?? null
  if (which < 2) router.routeRecord(`case-${detail}`, customer === null ? {} : { customer }, `item-${index}`)
  else if (detail > 4) router.startWithBot(`item-${index}`, which % 2 === 0 ? 'Chat' : 'Text', customer)
  else router.startConversation(`item-${index}`, ['Chat', 'Text', 'Call'][which % 3] ?? 'Chat', customer)
}

function aboutPerson(representative: string, detail: number): TestCommand {
  const commands: readonly TestCommand[] = [
    { type: 'signOut', representative },
    { type: 'disconnect', representative },
    { type: 'reconnect', representative },
    { type: 'setPresence', representative, presence: 'Away' },
    { type: 'setPresence', representative, presence: 'Available' },
    { type: 'resetPresence', representative },
  ]
  return commands[detail] ?? { type: 'tick' }
}

/** Answers mostly concern offers, and endings work under way; now and then they concern anything. */
function suits(item: WorkItem, kind: number): boolean {
  if (kind < 22) return isUnanswered(item)
  if (kind < 26) return item.state !== 'Open'
  return kind < 28 || item.state === 'Active'
}

/** Offered, or with a consult out: most answers are to offers, because most days have few consults. */
function isUnanswered(item: WorkItem): boolean {
  if (item.state !== 'Active') return false
  return item.session?.acceptedAt === null || participantsOf(item).some(({ joinedAt }) => joinedAt === null)
}

interface AboutItem {
  readonly kind: number
  readonly workItem: string
  readonly holder: string
  readonly representativeName: string
  readonly detail: number
}

const supervisor: Actor = { kind: 'supervisor', name: 'eva' }

function aboutItem({ kind, workItem, holder, representativeName, detail }: AboutItem): TestCommand {
  if (kind < 20) return { type: 'accept', workItem, representative: kind === 19 ? representativeName : holder }
  if (kind < 22) return { type: 'reject', workItem, representative: holder }
  if (kind < 24) return { type: 'endConversation', workItem, representative: null }
  if (kind < 26) return { type: 'closeSession', workItem, representative: null }
  const byCustomer: readonly TestCommand[] = [
    { type: 'customerMessage', workItem, message: `${workItem}-message` },
    { type: 'customerLeaves', workItem },
    { type: 'customerDisconnects', workItem },
    { type: 'customerReturns', workItem },
    { type: 'escalate', workItem, context: { tier: detail } },
  ]
  const byHand: readonly TestCommand[] = [
    { type: 'pick', workItem, representative: representativeName },
    { type: 'assignToRepresentative', workItem, representative: representativeName, actor: supervisor },
    { type: 'release', workItem },
    { type: 'removeFromQueue', workItem },
    { type: 'forceClose', workItem },
    { type: 'setItemSkills', workItem, skills: { Billing: 3 } },
  ]
  const byTransfer: readonly TestCommand[] = [
    { type: 'transferToQueue', workItem, queue: 'Texts' },
    { type: 'transferToRepresentative', workItem, representative: representativeName },
    { type: 'transferToNumber', workItem, number: '+34 900 100 200' },
    { type: 'assignToQueue', workItem, queue: 'Chats' },
  ]
  const byRecord: readonly TestCommand[] = [
    { type: 'completeRecord', record: { table: 'case', id: `case-${detail}` } },
    { type: 'clearWorkedBy', record: { table: 'case', id: `case-${detail}` } },
    { type: 'deleteRecord', record: { table: 'case', id: `case-${detail}` } },
  ]
  const others = { workItem, representative: representativeName } as const
  const byOthers: readonly TestCommand[] = [
    { type: 'consult', takesCapacity: true, ...others },
    { type: 'consult', takesCapacity: false, ...others },
    { type: 'monitorConversation', ...others },
    { type: 'addParticipant', ...others },
    { type: 'leaveConversation', ...others },
    { type: 'endConsult', ...others },
    { type: 'joinConversation', ...others },
  ]
  const groups = [byCustomer, byHand, byHand, byTransfer, byTransfer, byRecord]
  const group = kind > 33 ? byOthers : (groups[kind - 26] ?? byHand)
  return group[detail % group.length] ?? { type: 'tick' }
}
