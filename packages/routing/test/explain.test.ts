import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Configuration, Queue, Representative } from '../src/configuration/document.ts'
import type { NotEligibleReason } from '../src/vocabulary.ts'
import type { WorkItem } from '../src/work-item.ts'
import { desk } from './desk.fixture.ts'
import { anyDay, happen, useConfiguration } from './random-day.fixture.ts'
import { anyOrganization, shifts } from './random-organization.fixture.ts'
import { SECOND, startTestRouter, type TestRouter } from './router-under-test.fixture.ts'

/** The time limit ends the search for a smaller counterexample, not a run without one. */
const LIMITS = { numRuns: 150, interruptAfterTimeLimit: 20_000 }
const PLENTY = 1_000_000

/** An item that waits and somebody who does not get it. */
interface Pair {
  readonly router: TestRouter
  readonly item: WorkItem
  readonly name: string
}

type Remedy = (pair: Pair) => void

/** Changes the one fact that each reason names, in the order in which they are tried: presence before load, which it
 * follows, and membership before groups, which bring it. */
const remedies: readonly (readonly [NotEligibleReason, Remedy])[] = [
  ['signedOut', signIn],
  ['presenceNotAllowed', beAvailable],
  ['notBookable', editPerson(() => ({ bookable: true }))],
  ['notQueueMember', join],
  ['insufficientUnits', editPerson(() => ({ units: PLENTY }))],
  ['profileMissing', editPerson(holdMissingProfiles)],
  ['profileExhausted', editPerson(raiseLimits)],
  ['blockedByProfile', editPerson(raiseLimits)],
  ['skillMissing', editPerson(learn)],
  ['skillInactive', editPerson(switchOn)],
  ['ratingTooLow', editPerson(improve)],
  ['notWorking', editPerson(() => ({ workingHours: undefined }))],
  ['noPermission', editPerson(() => ({ roles: ['Customer Service Representative'] }))],
  ['declineLimitReached', ({ router }) => edit(router, { organization: { declineLimit: PLENTY } })],
  ['notInUserGroupYet', joinInnerGroup],
  ['conditionNotMet', relax],
]

/** A profile at its limit may be both what the item needs and what blocks: one fact behind two reasons. */
const together: readonly NotEligibleReason[] = ['profileExhausted', 'blockedByProfile']

test('each reason goes with the fact it names and takes no other along; without any, the work flows', () => {
  fc.assert(
    fc.property(anyOrganization, anyDay, fc.tuple(fc.nat(7), fc.nat(3)), (configuration, day, [which, who]) => {
      const router = startTestRouter(configuration, shifts)
      day.forEach((happening, index) => {
        happen(router, happening, index)
      })
      // Membership of a default queue comes with a role, so its items are left aside.
      const queues = (router.configuration().queues ?? []).map((queue) => queue.name)
      const waiting = [...router.router().openWorkItems()].filter(
        ({ state, queue }) => state === 'Open' && queues.includes(queue ?? ''),
      )
      const item = waiting[which % Math.max(waiting.length, 1)]
      const people = router.configuration().representatives ?? []
      const name = people[who % people.length]?.name
      if (item === undefined || name === undefined) return
      // Nothing is given out meanwhile, so that only the changed facts change the explanation.
      router.do({ type: 'setRouting', enabled: false })
      holdPresence({ router, name })
      const isSettled = takeAwayEveryReason({ router, item, name })
      router.do({ type: 'setRouting', enabled: true })
      if (isSettled) expect(waitsForNobody(router, item.id, name)).toBe(true)
    }),
    LIMITS,
  )
})

test('whoever would come back too late for the former presence is judged by the one that they would get', () => {
  const when = { path: 'representative.basePresence', op: 'eq', value: 'Available' } as const
  const rulesets = [{ name: 'All', isDefault: true, rules: [{ name: 'There', when }] }]
  const queues = (desk.queues ?? []).map((queue): Queue => ({ ...queue, assignment: { method: 'custom', rulesets } }))
  const router = startTestRouter({ ...desk, queues })
  router.do({ type: 'signIn', representative: 'ana' })
  router.do({ type: 'setPresence', representative: 'ana', presence: 'Away' })
  router.do({ type: 'disconnect', representative: 'ana' })
  router.startConversation('chat-1', 'Chat')
  expect(router.router().explain('chat-1', 'ana')?.reasons).toEqual(['signedOut', 'conditionNotMet'])
  router.pass(200 * SECOND)
  expect(router.router().explain('chat-1', 'ana')?.reasons).toEqual(['signedOut'])
  router.do({ type: 'reconnect', representative: 'ana' })
  expect(router.holder('chat-1')).toBe('ana')
})

/** False: too many have declined the item, which nothing undoes. */
function takeAwayEveryReason(pair: Pair): boolean {
  const { router, item, name } = pair
  for (const [reason, change] of remedies) {
    const before = reasonsOf(pair)
    if (!before.includes(reason)) continue
    if (reason === 'declineLimitReached' && item.parked) return false
    change(pair)
    const gone = together.includes(reason) ? together : [reason]
    // Whoever is there again has a presence again.
    const after = reasonsOf(pair).filter((each) => reason !== 'signedOut' || each !== 'presenceNotAllowed')
    expect({ item: item.id, name, reason, after }).toEqual({
      item: item.id,
      name,
      reason,
      after: before.filter((each) => each !== reason && (!gone.includes(each) || after.includes(each))),
    })
  }
  expect(router.router().explain(item.id, name)?.details).toEqual([])
  return true
}

/** Somebody has it, or it found another obstacle when others were served before it. */
function waitsForNobody(router: TestRouter, id: string, name: string): boolean {
  return router.item(id)?.state !== 'Open' || (router.router().explain(id, name)?.reasons.length ?? 0) > 0
}

function reasonsOf({ router, item, name }: Pair): readonly NotEligibleReason[] {
  const explanation = router.router().explain(item.id, name)
  for (const { text } of explanation?.details ?? []) expect(text).toMatch(/\w$/)
  return explanation?.reasons ?? []
}

function edit(router: TestRouter, change: Partial<Configuration>): void {
  const present = router.configuration()
  const organization = { ...present.organization, ...change.organization }
  useConfiguration(router, { ...present, ...change, organization })
}

function editPerson(change: (person: Representative, item: WorkItem, router: TestRouter) => object): Remedy {
  return ({ router, item, name }) => {
    const { representatives = [] } = router.configuration()
    const edited = representatives.map((person) =>
      person.name === name ? { ...person, ...change(person, item, router) } : person,
    )
    edit(router, { representatives: edited })
  }
}

function editQueue({ router, item }: Pair, change: (queue: Queue) => Queue): void {
  const { queues = [] } = router.configuration()
  edit(router, { queues: queues.map((queue) => (queue.name === item.queue ? change(queue) : queue)) })
}

function signIn({ router, name }: Pair): void {
  const isLost = router.representative(name)?.disconnected !== null
  router.do(isLost ? { type: 'reconnect', representative: name } : { type: 'signIn', representative: name })
  holdPresence({ router, name })
}

/** By hand the presence stays as it is, whatever becomes of the load that it follows. */
function holdPresence({ router, name }: Pick<Pair, 'router' | 'name'>): void {
  const presence = router.representative(name)?.presence ?? 'Offline'
  if (presence !== 'Offline') router.try({ type: 'setPresence', representative: name, presence })
}

function beAvailable({ router, name }: Pair): void {
  if (router.representative(name)?.disconnected !== null) router.do({ type: 'reconnect', representative: name })
  router.do({ type: 'setPresence', representative: name, presence: 'Available' })
}

function join(pair: Pair): void {
  editQueue(pair, (queue) => ({ ...queue, members: [...(queue.members ?? []), pair.name] }))
}

function joinInnerGroup({ router, name }: Pair): void {
  const { userGroups = [] } = router.configuration()
  edit(router, {
    userGroups: userGroups.map((group) =>
      group.name === 'Inner' ? { ...group, members: [...group.members, name] } : group,
    ),
  })
}

function holdMissingProfiles({ capacityProfiles = {} }: Representative, item: WorkItem): Partial<Representative> {
  const missing = item.capacityProfiles.filter((profile) => !Object.hasOwn(capacityProfiles, profile))
  return { capacityProfiles: { ...capacityProfiles, ...Object.fromEntries(missing.map((name) => [name, PLENTY])) } }
}

function raiseLimits({ capacityProfiles = {} }: Representative): Partial<Representative> {
  return { capacityProfiles: Object.fromEntries(Object.keys(capacityProfiles).map((name) => [name, PLENTY])) }
}

function learn({ skills = {} }: Representative, item: WorkItem): Partial<Representative> {
  const missing = Object.entries(item.skills).filter(([skill]) => !Object.hasOwn(skills, skill))
  return { skills: { ...skills, ...Object.fromEntries(missing) } }
}

function switchOn({ skills = {} }: Representative, item: WorkItem): Partial<Representative> {
  const on = Object.entries(skills).filter(([skill]) => Object.hasOwn(item.skills, skill) && isOff(skills[skill]))
  return { skills: { ...skills, ...Object.fromEntries(on.map(([skill]) => [skill, { rating: 3, active: true }])) } }
}

function improve({ skills = {} }: Representative, item: WorkItem): Partial<Representative> {
  const better = Object.entries(item.skills).filter(([skill]) => Object.hasOwn(skills, skill) && !isOff(skills[skill]))
  return { skills: { ...skills, ...Object.fromEntries(better) } }
}

function isOff(held: NonNullable<Representative['skills']>[string] | undefined): boolean {
  return typeof held === 'object' && held?.active === false
}

/** The item may be given to anybody, by any rule. */
function relax(pair: Pair): void {
  const { router, item } = pair
  const { workstreams = [], organization } = router.configuration()
  edit(router, {
    organization: {
      preferredRepresentative: { ...organization?.preferredRepresentative, whenUnavailable: 'nextBest' },
    },
    workstreams: workstreams.map((each) => (each.name === item.workstream ? { ...each, distribution: 'push' } : each)),
  })
  editQueue(pair, (queue) => {
    if (queue.assignment?.method !== 'custom') return queue
    const rulesets = [{ name: 'Anybody', isDefault: true, rules: [{ name: 'Anybody', when: { all: [] } }] }]
    return { ...queue, assignment: { method: 'custom', rulesets } }
  })
}
