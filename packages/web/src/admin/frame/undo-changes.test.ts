import {
  applyChanges,
  type Configuration,
  type ConfigurationChange,
  validateConfiguration,
} from '@unified-routing/routing'
import { describe, expect, test } from 'vitest'
import { undoOf } from './undo-changes.ts'

const before: Configuration = {
  version: 1,
  organization: { name: 'Fjordline', declineLimit: 3 },
  skillTypes: ['Language'],
  skills: [
    { name: 'English', type: 'Language' },
    { name: 'Spanish', type: 'Language' },
  ],
  representatives: [{ name: 'ana', skills: { English: null, Spanish: null } }],
}

describe('undo restores the document after', () => {
  const cases: Readonly<Record<string, readonly ConfigurationChange[]>> = {
    'a changed row': [
      { list: 'skills', name: 'English', row: { name: 'English', type: 'Language', description: 'en' } },
    ],
    'a new row': [{ list: 'skills', name: 'Polish', row: { name: 'Polish', type: 'Language' }, create: true }],
    'a new row in a list that was not there': [
      { list: 'presences', name: 'Lunch', row: { name: 'Lunch', base: 'Away' }, create: true },
    ],
    'a new name': [{ list: 'skills', name: 'English', rename: 'British English' }],
    'settings, new and changed': [{ organization: { declineLimit: 5, sessionLimit: 4 } }],
    'a removed row that others named': [{ list: 'skills', name: 'Spanish', remove: true, alsoRemoveReferences: true }],
  }
  for (const [what, changes] of Object.entries(cases)) {
    test(what, () => {
      const changed = applied(before, changes)
      expect(changed).not.toEqual(before)
      expect(applied(changed, undoOf(before, changes))).toEqual(before)
    })
  }
})

test('what changes nothing needs no undo', () => {
  expect(undoOf(before, [{ list: 'skills', name: 'English', row: { name: 'English', type: 'Language' } }])).toEqual([])
})

function applied(document: Configuration, changes: readonly ConfigurationChange[]): Configuration {
  const edit = applyChanges(document, changes)
  const validation = validateConfiguration(edit.ok ? edit.document : null)
  if (!validation.ok) throw new Error(JSON.stringify(edit.ok ? validation.problems : edit.problems))
  const { presences, ...rest } = validation.configuration
  return presences?.length ? { ...rest, presences } : rest
}
