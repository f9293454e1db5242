import { expect, test } from 'vitest'
import { copyName, type Listing, listedRows } from './listed-rows.ts'

interface Skill {
  readonly name: string
  readonly type: string
  readonly holders: number
}

const listing: Listing<Skill> = {
  rows: [
    { name: 'Skill 10', type: 'Craft', holders: 2 },
    { name: 'Skill 9', type: 'Language', holders: 11 },
    { name: 'Éclair', type: 'Craft', holders: 3 },
  ],
  columns: [
    { key: 'name', header: 'Name', value: ({ name }) => name },
    { key: 'holders', header: 'Holders', value: ({ holders }) => holders },
    { key: 'type', header: 'Type', value: ({ type }) => type },
  ],
  filters: [{ key: 'type', label: 'Type', values: ['Craft', 'Language'], of: ({ type }) => type }],
  titleOf: ({ name }) => name,
}

function names(search: Parameters<typeof listedRows<Skill>>[1]): readonly string[] {
  return listedRows(listing, search).map(({ name }) => name)
}

test('the order of the document is the order of the list until somebody sorts it', () => {
  expect(names({})).toEqual(['Skill 10', 'Skill 9', 'Éclair'])
  expect(names({ sort: 'name' })).toEqual(['Éclair', 'Skill 9', 'Skill 10'])
  expect(names({ sort: '-holders' })).toEqual(['Skill 9', 'Éclair', 'Skill 10'])
})

test('every word of the search must occur somewhere in the row', () => {
  expect(names({ q: 'skill craft' })).toEqual(['Skill 10'])
  expect(names({ q: 'skill', where: { type: 'Language' } })).toEqual(['Skill 9'])
})

test('a copy gets a name that is free', () => {
  expect(copyName('Billing', [])).toBe('Copy of Billing')
  expect(copyName('Billing', ['Copy of Billing', 'Copy of Billing 2'])).toBe('Copy of Billing 3')
})
