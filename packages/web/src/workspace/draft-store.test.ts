import { expect, test } from 'vitest'
import { clearDrafts, clearDraftsOf, type DraftStorage, readDrafts, writeDraft } from './draft-store.ts'

const chat = { account: 'anna', workItem: 'C-1' }

function memoryStorage(): DraftStorage {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size
    },
  }
}

test('what was typed is there again, field by field, until it is emptied', () => {
  const storage = memoryStorage()
  writeDraft(storage, chat, { name: 'message', text: 'Dear Ms' })
  writeDraft(storage, chat, { name: 'note', text: 'call back' })
  expect(readDrafts(storage, chat)).toEqual({ message: 'Dear Ms', note: 'call back' })
  writeDraft(storage, chat, { name: 'message', text: '' })
  expect(readDrafts(storage, chat)).toEqual({ note: 'call back' })
  writeDraft(storage, chat, { name: 'note', text: '' })
  expect(storage.length).toBe(0)
})

test('nobody reads the draft of another account or item', () => {
  const storage = memoryStorage()
  writeDraft(storage, chat, { name: 'message', text: 'mine' })
  expect(readDrafts(storage, { ...chat, account: 'lena' })).toEqual({})
  expect(readDrafts(storage, { ...chat, workItem: 'C-2' })).toEqual({})
})

test('closing an item drops its draft only, signing out drops all of the account only', () => {
  const storage = memoryStorage()
  const other = { ...chat, workItem: 'C-2' }
  const lena = { ...chat, account: 'lena' }
  for (const owner of [chat, other, lena]) writeDraft(storage, owner, { name: 'message', text: 'typed' })
  clearDrafts(storage, chat)
  expect(readDrafts(storage, chat)).toEqual({})
  expect(readDrafts(storage, other)).toEqual({ message: 'typed' })
  clearDraftsOf(storage, 'anna')
  expect(readDrafts(storage, other)).toEqual({})
  expect(readDrafts(storage, lena)).toEqual({ message: 'typed' })
})

test('what somebody else left at its place counts as nothing typed', () => {
  const storage = memoryStorage()
  writeDraft(storage, chat, { name: 'message', text: 'x' })
  const key = storage.key(0) ?? ''
  for (const foreign of ['not json', '[1]', 'null', '{"message": 7}']) {
    storage.setItem(key, foreign)
    expect(readDrafts(storage, chat)).toEqual({})
  }
})

test('a storage that refuses costs nobody the typing', () => {
  const full: DraftStorage = {
    ...memoryStorage(),
    setItem: () => {
      throw new Error('QuotaExceededError')
    },
  }
  expect(() => writeDraft(full, chat, { name: 'message', text: 'typed' })).not.toThrow()
})
