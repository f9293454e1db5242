import { validateConfiguration } from '@unified-routing/routing'
import { expect, test } from 'vitest'
import { kinds, newPlaybook } from './playbook-words.ts'
import { type BranchedPlaybook, firstOutcome, withBranches, withOtherwise } from './with-branches.ts'

const always = { all: [] }
const queues = [
  { name: 'Chat', type: 'messaging' as const },
  { name: 'Evening', type: 'messaging' as const },
]

test.each(kinds)('a new %s playbook with a branch is one that the router takes', (kind) => {
  const begun = { ...newPlaybook(kind, 'First'), queues: ['Chat'] }
  const playbook =
    begun.kind === 'bullseye'
      ? { ...begun, levels: [{ userGroups: ['Group'], after: '0s' }] }
      : withBranches(begun, [
          {
            when: always,
            outcome: begun.kind === 'overflow' ? { do: { transferToQueue: 'Evening' } } : firstOutcome(begun),
          },
        ])
  const userGroups = [{ name: 'Group', members: [], queues: ['Chat'] }]
  expect(validateConfiguration({ version: 1, queues, userGroups, playbooks: [playbook] })).toMatchObject({ ok: true })
})

test('what is done with the rest comes and goes', () => {
  const playbook: BranchedPlaybook = { name: 'Wait', kind: 'priorityByWait', queues: 'all', branches: [] }
  const raised = withOtherwise(playbook, { add: 5, every: '2m' })
  expect(raised).toEqual({ ...playbook, otherwise: { add: 5, every: '2m' } })
  expect(withOtherwise(raised, null)).toEqual(playbook)
})
