import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Configuration } from '../src/configuration/document.ts'
import type { RoutingEvent } from '../src/event.ts'
import { participantOf, participantsOf, transferOffer } from '../src/items/stages.ts'
import type { WorkItem } from '../src/work-item.ts'
import { anyDay, happen } from './random-day.fixture.ts'
import { anyOrganization, shifts } from './random-organization.fixture.ts'
import { startTestRouter, type TestRouter } from './router-under-test.fixture.ts'

/** The time limit ends the search for a smaller counterexample, not a run without one. */
const LIMITS = { numRuns: 40, interruptAfterTimeLimit: 15_000 }

type Check = (router: TestRouter, configuration: Configuration) => void

/** Checks after everything that happens. */
function always(check: Check): void {
  fc.assert(
    fc.property(anyOrganization, anyDay, (configuration, day) => {
      const router = startTestRouter(configuration, shifts)
      day.forEach((happening, index) => {
        happen(router, happening, index)
        check(router, router.configuration())
      })
    }),
    LIMITS,
  )
}

/** Checks the journal of a whole day. */
function atTheEnd(check: Check): void {
  fc.assert(
    fc.property(anyOrganization, anyDay, (configuration, day) => {
      const router = startTestRouter(configuration, shifts)
      day.forEach((happening, index) => {
        happen(router, happening, index)
      })
      check(router, router.configuration())
    }),
    LIMITS,
  )
}

test('I1: an item is held by at most one representative, who knows it', () => {
  always((router, { representatives = [] }) => {
    const holders = new Map<string, string[]>()
    for (const { name } of representatives) {
      for (const id of router.representative(name)?.items ?? []) holders.set(id, [...(holders.get(id) ?? []), name])
    }
    for (const item of router.router().openWorkItems()) {
      const expected = [item.session?.representative, transferOffer(item)?.representative].filter(
        (name) => name !== undefined,
      )
      expect((holders.get(item.id) ?? []).sort()).toEqual(expected.sort())
      holders.delete(item.id)
    }
    expect([...holders.keys()]).toEqual([])
  })
})

test('I2: capacity is what is held, never more and never less', () => {
  always((router, { representatives = [] }) => {
    const items = [...router.router().openWorkItems()]
    const blocks = router.state().memory.filter(({ key }) => key.startsWith('wrapUpBlock:'))
    for (const { name, units = 100 } of representatives) {
      const inItems = items.filter((item) => takes(item, name)).reduce((sum, item) => sum + item.units, 0)
      const inBlocks = blocks
        .map(({ value }) => JSON.parse(JSON.stringify(value)))
        .filter((block) => block.representative === name)
        .reduce((sum, block) => sum + block.units, 0)
      expect(router.representative(name)?.unitsFree).toBe(units - inItems - inBlocks)
    }
  })
})

test('I3: every offer ends once, and a session closes once', () => {
  atTheEnd((router) => {
    const ends = new Map<string, string[]>()
    const note = (session: string, end: string) => ends.set(session, [...(ends.get(session) ?? []), end])
    const offered: string[] = []
    for (const event of router.journal()) {
      if (event.type === 'workItem.offered') offered.push(event.session)
      if (event.type === 'workItem.accepted') note(event.session, 'answered')
      if (event.type === 'workItem.declined' || event.type === 'workItem.offerWithdrawn')
        note(event.session, 'answered')
      if (event.type === 'workItem.sessionClosed') note(event.session, 'closed')
    }
    for (const list of ends.values()) expect(new Set(list).size).toBe(list.length)
    const open = [...router.router().openWorkItems()].flatMap((item) => [item.session, transferOffer(item)])
    const unanswered = offered.filter((session) => !(ends.get(session) ?? []).includes('answered'))
    const outstanding = open.flatMap((session) => (session !== null && session.acceptedAt === null ? [session.id] : []))
    expect(unanswered.sort()).toEqual(outstanding.sort())
  })
})

test('I4: nothing waits while somebody who may take it is free', () => {
  always((router, { representatives = [] }) => {
    for (const item of router.router().openWorkItems()) {
      if (item.state !== 'Open') continue
      for (const { name } of representatives) {
        const reasons = router.router().explain(item.id, name)?.reasons
        expect({ item: item.id, name, isFree: reasons?.length === 0 }).toEqual({ item: item.id, name, isFree: false })
      }
    }
  })
})

test('I5: nothing happens to an item after it is closed', () => {
  atTheEnd((router) => {
    const closed = new Set<string>()
    for (const event of router.journal()) {
      if (event.workItem === null) continue
      expect(closed.has(event.workItem)).toBe(event.type === 'workItem.created' && closed.delete(event.workItem))
      if (event.type === 'workItem.stateChanged' && event.to === 'Closed') closed.add(event.workItem)
    }
  })
})

test('I6: the journal has no gaps and its clock never runs backwards', () => {
  atTheEnd((router) => {
    const journal = router.journal()
    journal.forEach((event, index) => {
      expect(event.sequence).toBe(index + 1)
      expect(event.at).toBeGreaterThanOrEqual(journal[index - 1]?.at ?? 0)
    })
  })
})

test('I7: the waiting list is every open item once, in the order that positions tell', () => {
  always((router, { queues = [] }) => {
    for (const { name } of queues) {
      const list = router.router().waiting(name, 1_000)
      const open = [...router.router().openWorkItems()].filter(({ state, queue }) => state === 'Open' && queue === name)
      expect(list.map(({ id }) => id).sort()).toEqual(open.map(({ id }) => id).sort())
      expect(router.router().waitingCount(name)).toBe(list.length)
      expect(list.map(({ id }) => router.router().position(id))).toEqual(list.map((_, index) => index + 1))
    }
  })
})

test('I8: a router built from what the store kept goes on exactly as the one that was lost', () => {
  fc.assert(
    fc.property(anyOrganization, anyDay, fc.array(fc.nat(59), { maxLength: 6 }), (configuration, day, losses) => {
      const steady = startTestRouter(configuration, shifts)
      const lossy = startTestRouter(configuration, shifts)
      day.forEach((happening, index) => {
        happen(steady, happening, index)
        if (losses.includes(index)) lossy.recover()
        happen(lossy, happening, index)
        expect(lossy.state()).toEqual(steady.state())
      })
      expect(lossy.journal()).toEqual(steady.journal())
    }),
    LIMITS,
  )
})

test('I9: the same commands give the same journal', () => {
  fc.assert(
    fc.property(anyOrganization, anyDay, (configuration, day) => {
      const journals = [1, 2].map((): readonly RoutingEvent[] => {
        const router = startTestRouter(configuration, shifts)
        day.forEach((happening, index) => {
          happen(router, happening, index)
        })
        return router.journal()
      })
      expect(JSON.stringify(journals[0])).toBe(JSON.stringify(journals[1]))
    }),
    LIMITS,
  )
})

test('I14: whoever takes part beside the holder does so once, in somebody’s conversation, and leaves once', () => {
  always((router) => {
    for (const item of router.router().openWorkItems()) {
      const names = participantsOf(item).map(({ representative }) => representative)
      expect(new Set(names).size).toBe(names.length)
      expect(names).not.toContain(item.session?.representative)
      if (names.length > 0) expect(['Active', 'Waiting', 'Wrap-up']).toContain(item.state)
      for (const { mode, joinedAt } of participantsOf(item)) {
        if (mode === 'consult') expect(item.session).not.toBeNull()
        if (item.state !== 'Active') expect(joinedAt).not.toBeNull()
      }
    }
  })
  atTheEnd((router) => {
    const left = router.events('workItem.participantLeft').map(({ participant }) => participant)
    expect(new Set(left).size).toBe(left.length)
    const present = [...router.router().openWorkItems()].flatMap((item) => participantsOf(item).map(({ id }) => id))
    expect(present.filter((id) => left.includes(id))).toEqual([])
  })
})

function takes(item: WorkItem, name: string): boolean {
  if (transferOffer(item)?.representative === name) return true
  if (item.session?.representative !== name) return participantOf(item, name)?.takesCapacity === true
  return item.state === 'Active' || (item.state === 'Wrap-up' && item.capacityReleasedAt === null)
}
