import { expect, test } from 'vitest'
import type { Configuration } from '../document.ts'
import { validateConfiguration } from '../validate.ts'
import { applyChanges } from './apply-changes.ts'
import type { ConfigurationChange } from './change.ts'
import { referencesTo } from './name-references.ts'

const present: Configuration = {
  version: 1,
  organization: { name: 'Contoso', declineLimit: 2 },
  skillTypes: ['Language'],
  skills: [{ name: 'French', type: 'Language' }],
  capacityProfiles: [{ name: 'Calls', limit: 2 }],
  representatives: [{ name: 'ana', skills: { French: null }, capacityProfiles: { Calls: null } }, { name: 'ben' }],
  userGroups: [{ name: 'Tier 1', members: ['ana', 'ben'], queues: ['Billing'] }],
  queues: [
    { name: 'Billing', type: 'record', members: ['ana', 'ben'] },
    {
      name: 'Spare',
      type: 'record',
      overflow: { beforeQueue: [{ when: 'outOfOperatingHours', do: { transferToQueue: 'Billing' } }] },
    },
  ],
  workstreams: [
    {
      name: 'Cases',
      type: 'record',
      channel: 'record',
      table: 'case',
      fallbackQueue: 'Billing',
      classification: [
        { name: 'Skills', rules: [{ name: 'French', when: { all: [] }, set: { skills: { French: null } } }] },
      ],
      routeToQueue: {
        rules: [
          {
            name: 'Shares',
            when: { not: { any: [{ path: 'item.skills', op: 'in', value: ['French'] }] } },
            allocation: { Billing: 60, Spare: 40 },
            overflow: { Billing: [{ when: 'outOfOperatingHours', do: { transferToQueue: 'Spare' } }] },
          },
        ],
      },
    },
  ],
  recordTypes: [{ table: 'case', intakeRules: [{ name: 'All', when: { all: [] }, workstream: 'Cases' }] }],
  preferredRepresentatives: [
    { contact: 'cora', representatives: ['ben'] },
    { contact: 'carl', representatives: ['ben', 'ana'] },
  ],
  playbooks: [
    {
      name: 'Rings',
      kind: 'bullseye',
      queues: ['Billing'],
      levels: [{ userGroups: ['Tier 1'], after: '0s' }],
    },
  ],
}

function edited(...changes: ConfigurationChange[]): Configuration {
  const edit = applyChanges(present, changes)
  if (!edit.ok) throw new Error(JSON.stringify(edit))
  const validation = validateConfiguration(edit.document)
  if (!validation.ok) throw new Error(JSON.stringify(validation.problems))
  return validation.configuration
}

test('the document of these tests is valid', () => {
  expect(validateConfiguration(present)).toMatchObject({ ok: true })
})

test('a row takes the place of the one of its name, a new one comes last, and other lists stay the very same', () => {
  const next = edited(
    { list: 'queues', name: 'Billing', row: { name: 'Billing', type: 'record' } },
    { list: 'queues', name: 'New', row: { name: 'New', type: 'voice' }, create: true },
  )
  expect(next.queues?.map(({ name, members }) => [name, members])).toEqual([
    ['Billing', undefined],
    ['Spare', undefined],
    ['New', undefined],
  ])
  expect(next.workstreams).toBe(present.workstreams)
})

test('a new name is written wherever the old one stood', () => {
  const next = edited(
    { list: 'queues', name: 'Billing', rename: 'Invoices' },
    { list: 'skills', name: 'French', rename: 'Français' },
    { list: 'workstreams', name: 'Cases', rename: 'Records' },
    { list: 'userGroups', name: 'Tier 1', rename: 'First' },
    { list: 'skillTypes', name: 'Language', rename: 'Tongue' },
  )
  const text = JSON.stringify(next)
  for (const old of ['Billing', '"Cases"', 'Tier 1', 'Language']) expect(text).not.toContain(old)
  expect(next.representatives?.[0]?.skills).toEqual({ Français: null })
  expect(next.workstreams?.[0]).toMatchObject({
    fallbackQueue: 'Invoices',
    classification: [{ rules: [{ name: 'French', set: { skills: { Français: null } } }] }],
    routeToQueue: {
      rules: [
        {
          when: { not: { any: [{ value: ['Français'] }] } },
          allocation: { Invoices: 60, Spare: 40 },
          overflow: { Invoices: [{ do: { transferToQueue: 'Spare' } }] },
        },
      ],
    },
  })
})

test('two rows can change names with each other', () => {
  const next = edited(
    { list: 'queues', name: 'Billing', rename: 'Between' },
    { list: 'queues', name: 'Spare', rename: 'Billing' },
    { list: 'queues', name: 'Between', rename: 'Spare' },
  )
  expect(next.queues?.map(({ name }) => name)).toEqual(['Spare', 'Billing'])
  expect(next.workstreams?.[0]?.routeToQueue?.rules[0]?.allocation).toEqual({ Spare: 60, Billing: 40 })
})

test('a row that others name is not removed, and they are told with where and how', () => {
  const edit = applyChanges(present, [{ list: 'queues', name: 'Billing', remove: true }])
  expect(edit).toMatchObject({ ok: false, problems: [] })
  expect(edit.ok ? [] : edit.dependents.map(({ words, path, canGo }) => [words, path, canGo])).toEqual([
    ["user group 'Tier 1': attached queue", 'queues[0]', true],
    ["queue 'Spare': overflow before queueing: transfer to queue", 'overflow.beforeQueue[0].do.transferToQueue', false],
    ["workstream 'Cases': fallback queue", 'fallbackQueue', true],
    [
      "workstream 'Cases': route to queue rule 'Shares': percentage allocation",
      'routeToQueue.rules[0].allocation.Billing',
      false,
    ],
    [
      "workstream 'Cases': route to queue rule 'Shares': overflow: of queue",
      'routeToQueue.rules[0].overflow.Billing',
      false,
    ],
    ["playbook 'Rings': its queue", 'queues[0]', true],
  ])
  expect(edit.ok ? [] : edit.dependents).toEqual(referencesTo(present, 'queues', 'Billing'))
})

test('with its references, a representative leaves queues, groups and the preferences of customers', () => {
  const edit = applyChanges(present, [
    { list: 'representatives', name: 'ben', remove: true, alsoRemoveReferences: true },
  ])
  if (!edit.ok) throw new Error('refused')
  expect(validateConfiguration(edit.document)).toMatchObject({
    ok: true,
    configuration: {
      representatives: [{ name: 'ana' }],
      userGroups: [{ members: ['ana'] }],
      queues: [{ members: ['ana'] }, {}],
      // Nobody was left for cora.
      preferredRepresentatives: [{ contact: 'carl', representatives: ['ana'] }],
    },
  })
  expect(edit.removedReferences.map(({ words }) => words)).toEqual([
    "user group 'Tier 1': member",
    "queue 'Billing': member",
    "preferred representatives of contact 'cora': preferred",
    "preferred representatives of contact 'carl': preferred",
  ])
})

test('what cannot go is left, and nothing is removed, even when some of it could', () => {
  const edit = applyChanges(present, [{ list: 'queues', name: 'Billing', remove: true, alsoRemoveReferences: true }])
  expect(edit.ok ? [] : edit.dependents.map(({ path }) => path)).toEqual([
    'overflow.beforeQueue[0].do.transferToQueue',
    'routeToQueue.rules[0].allocation.Billing',
    'routeToQueue.rules[0].overflow.Billing',
  ])
})

test('rows that go together may name each other', () => {
  const next = edited(
    { list: 'recordTypes', name: 'case', remove: true },
    { list: 'workstreams', name: 'Cases', remove: true },
  )
  expect(next).toMatchObject({ recordTypes: [], workstreams: [] })
})

test('settings of the organization change by key, and null brings the default back', () => {
  expect(edited({ organization: { declineLimit: null, timeZone: 'Europe/Madrid' } }).organization).toEqual({
    name: 'Contoso',
    timeZone: 'Europe/Madrid',
  })
})

test('a list takes the order that is given; what it does not name follows', () => {
  const next = edited({ list: 'representatives', order: ['ben'] })
  expect(next.representatives?.map(({ name }) => name)).toEqual(['ben', 'ana'])
})

test('problems of the new document are told in the change that brought them', () => {
  const edit = applyChanges(present, [
    { list: 'skills', name: 'French', row: { name: 'French', type: 'Language', description: 5 } },
    { list: 'queues', name: 'New', row: { name: 'New', type: 'record', members: ['ana', 'nobody'] } },
    { organization: { declineLimit: 9 } },
  ])
  if (!edit.ok) throw new Error('refused')
  const validation = validateConfiguration(edit.document)
  const problems = validation.ok ? [] : validation.problems.map(edit.placeProblem)
  expect(problems.map(({ path }) => path)).toEqual([
    'changes[2].organization.declineLimit',
    'changes[0].row.description',
    'changes[1].row.members[1]',
  ])
})

test.each<[string, ConfigurationChange, string]>([
  ['a taken name', { list: 'queues', name: 'Spare', row: { name: 'Spare', type: 'record' }, create: true }, 'row.name'],
  ['a new name that is taken', { list: 'queues', name: 'Spare', rename: 'Billing' }, 'rename'],
  ['another name in the row', { list: 'queues', name: 'Spare', row: { name: 'Else', type: 'record' } }, 'row'],
  ['a row that is not there', { list: 'queues', name: 'Gone', remove: true }, 'name'],
  ['a representative with a new sign-in name', { list: 'representatives', name: 'ana', rename: 'anna' }, 'rename'],
  ['a default queue by a new name', { list: 'queues', name: 'Spare', rename: 'Default record queue' }, 'rename'],
  ['an order of unknown rows', { list: 'queues', order: ['Billing', 'Gone'] }, 'order[1]'],
])('%s is refused at its place', (_, change, path) => {
  const edit = applyChanges(present, [change])
  expect(edit.ok ? [] : edit.problems.map((problem) => problem.path)).toEqual([`changes[0].${path}`])
})
