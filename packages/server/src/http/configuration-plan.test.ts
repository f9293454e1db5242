import { expect, test } from 'vitest'
import { planConfiguration } from './configuration-plan.ts'

test('a plan names what is added, changed and removed, list by list', () => {
  const plan = planConfiguration(
    {
      version: 1,
      organization: { name: 'Before', timeZone: 'UTC' },
      skillTypes: ['Language'],
      queues: [
        { name: 'Same', type: 'record' },
        { name: 'Changed', type: 'record', priority: 1 },
        { name: 'Gone', type: 'record' },
      ],
    },
    {
      version: 1,
      organization: { name: 'After', timeZone: 'UTC' },
      skillTypes: ['Language', 'Product'],
      queues: [
        { name: 'Changed', type: 'record', priority: 2 },
        { name: 'Same', type: 'record' },
        { name: 'New', type: 'record' },
      ],
      rows: [{ table: 'contact', id: 'c', values: {} }],
    },
  )
  expect(plan).toEqual([
    { change: 'change', list: 'organization', name: 'name' },
    { change: 'add', list: 'skillTypes', name: 'Product' },
    { change: 'change', list: 'queues', name: 'Changed' },
    { change: 'remove', list: 'queues', name: 'Gone' },
    { change: 'add', list: 'queues', name: 'New' },
    { change: 'add', list: 'rows', name: 'contact c' },
  ])
})
