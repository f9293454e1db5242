import { validateConfiguration } from '@unified-routing/routing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BulkAction } from './bulk-action.ts'
import { documentOf, documents, groupNames, profileNames, queueNames, skillNames } from './people-document.fixture.ts'
import { peopleOf } from './person.ts'
import { planBulkEdit } from './plan-bulk-edit.ts'

const ana = { name: 'ana', fullName: 'Ana Alba', skills: { French: 3 }, capacityProfiles: { Chats: 2 } }
const bo = { name: 'bo' }
const small = documentOf({
  representatives: [ana, bo],
  queues: [
    { name: 'Desk', type: 'messaging', members: ['bo'] },
    { name: 'Returns', type: 'messaging', members: [] },
  ],
})

function afterwards(actions: readonly BulkAction[], names: readonly string[] = ['ana', 'bo']) {
  return planBulkEdit(small, { names, actions })
}

test('the documents of the property tests are valid', () => {
  fc.assert(
    fc.property(documents, (document) => {
      expect(validateConfiguration(document)).toMatchObject({ ok: true })
    }),
  )
})

test('a preview names what changes for whom, and who stays as they are', () => {
  const { people } = afterwards([
    { kind: 'addSkills', names: ['French'], rating: 5 },
    { kind: 'addQueues', names: ['Desk'] },
    { kind: 'setUnits', units: 100 },
  ])
  expect(people.map(({ after, changes }) => [after.name, changes])).toEqual([
    [
      'ana',
      [
        { field: 'Skills', removed: ['French, 3'], added: ['French, Expert (5)'] },
        { field: 'Queues', removed: [], added: ['Desk'] },
      ],
    ],
    ['bo', [{ field: 'Skills', removed: [], added: ['French, Expert (5)'] }]],
  ])
})

test('somebody who joins a queue comes last in it, and who is in it keeps their place', () => {
  const { document } = afterwards([{ kind: 'addQueues', names: ['Desk', 'Returns'] }])
  expect(document.queues?.map(({ members }) => members)).toEqual([
    ['bo', 'ana'],
    ['ana', 'bo'],
  ])
})

test('a skill that is deactivated keeps its rating, and is written short again when it is activated', () => {
  const off = afterwards([{ kind: 'deactivateSkills', names: ['French'] }]).document
  expect(off.representatives?.[0]?.skills).toEqual({ French: { rating: 3, active: false } })
  const on = planBulkEdit(off, { names: ['ana'], actions: [{ kind: 'activateSkills', names: ['French'] }] })
  expect(on.document).toEqual(small)
})

test('a new rating or a custom limit reaches only those who hold the skill or the profile', () => {
  const { document } = afterwards([
    { kind: 'rateSkills', names: ['French'], rating: 1 },
    { kind: 'limitProfiles', names: ['Chats'], limit: null },
  ])
  expect(document.representatives).toEqual([{ ...ana, skills: { French: 1 }, capacityProfiles: { Chats: null } }, bo])
})

test('adding a profile keeps the custom limit of who holds it already', () => {
  const { document } = afterwards([{ kind: 'addProfiles', names: ['Chats'] }])
  expect(document.representatives?.map((one) => one.capacityProfiles)).toEqual([{ Chats: 2 }, { Chats: null }])
})

test('what the validator refuses is told of the person it concerns', () => {
  const { people, otherProblems } = afterwards([{ kind: 'setBookable', bookable: false }])
  expect(people.map(({ problems }) => problems)).toEqual([
    [
      {
        field: 'Capacity profiles',
        message: 'only a bookable representative can hold capacity profiles; remove one of the two',
      },
    ],
    [],
  ])
  expect(otherProblems).toEqual([])
})

test('a queue that is not there is refused with the nearest name', () => {
  const [plan] = afterwards([{ kind: 'addQueues', names: ['Dek'] }], ['bo']).people
  expect(plan?.problems).toEqual([{ field: 'Queues', message: "no queue 'Dek'; did you mean 'Desk'?" }])
})

test('adding what nobody has and removing it again gives back the document', () => {
  const pairs = [
    ['addQueues', 'removeQueues', queueNames, 'queues'],
    ['addGroups', 'removeGroups', groupNames, 'groups'],
    ['addProfiles', 'removeProfiles', profileNames, 'profiles'],
  ] as const
  fc.assert(
    fc.property(documents, fc.constantFrom(...pairs), (document, [add, remove, names, field]) => {
      const free = peopleOf(document).filter((person) => [...person[field]].length === 0)
      const edit = { names: free.map(({ name }) => name), actions: [{ kind: add, names }] }
      const added = planBulkEdit(document, edit)
      expect(added.people.every(({ changes }) => changes.length === 1)).toBe(true)
      const removed = planBulkEdit(added.document, { ...edit, actions: [{ kind: remove, names }] })
      expect(removed.document).toEqual(document)
    }),
  )
})

test('adding a skill to those without it and removing it again gives back the document', () => {
  fc.assert(
    fc.property(
      documents,
      fc.constantFrom(...skillNames),
      fc.option(fc.integer({ min: 1, max: 5 })),
      (document, skill, rating) => {
        const names = peopleOf(document)
          .filter(({ skills }) => !skills.has(skill))
          .map(({ name }) => name)
        const added = planBulkEdit(document, { names, actions: [{ kind: 'addSkills', names: [skill], rating }] })
        expect(peopleOf(added.document).every(({ skills }) => skills.has(skill))).toBe(true)
        const removed = planBulkEdit(added.document, { names, actions: [{ kind: 'removeSkills', names: [skill] }] })
        expect(removed.document).toEqual(document)
      },
    ),
  )
})

test('an edit that changes nothing for anybody leaves the document as it was written', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const names = peopleOf(document).map(({ name }) => name)
      expect(planBulkEdit(document, { names, actions: [] }).document).toEqual(document)
    }),
  )
})
