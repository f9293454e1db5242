import { expect, test } from 'vitest'
import type { Persona } from './document.ts'
import { queueCatalog } from './queue-settings.ts'
import { representativeCatalog } from './representative-settings.ts'

function documentWith(persona: Persona) {
  return {
    version: 1 as const,
    customRoles: [{ name: 'Seasonal', persona }],
    representatives: [{ name: 'ana', roles: ['Seasonal'] }],
  }
}

test.each([
  ['representative', true],
  ['supervisor', true],
  ['administrator', false],
] as const)('records reach a custom role with the persona %s: %s', (persona, isReader) => {
  expect(representativeCatalog(documentWith(persona)).get('ana')?.readsRecords).toBe(isReader)
})

test('representatives by a custom role are members of the default queues, administrators are not', () => {
  const membersAs = (persona: Persona) =>
    queueCatalog(documentWith(persona))
      .get('Default record queue')
      ?.members.map((member) => member)
  expect(membersAs('representative')).toEqual(['ana'])
  expect(membersAs('administrator')).toEqual([])
})
