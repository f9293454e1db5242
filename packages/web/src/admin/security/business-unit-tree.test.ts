import type { BusinessUnitView } from '@unified-routing/contract'
import { expect, test } from 'vitest'
import { businessUnitTree, membersText, obstacleText, possibleParents } from './business-unit-tree.ts'

const unit = (name: string, parent: string | null, people = 0): BusinessUnitView => ({
  name,
  parent,
  accounts: 0,
  representatives: people,
})
const units = [unit('root', null), unit('Iberia', 'Europe', 2), unit('Europe', 'root'), unit('Asia', 'root')]

test('business units are shown from the root down, by name', () => {
  expect(businessUnitTree(units)).toMatchObject({
    unit: { name: 'root' },
    below: [
      { unit: { name: 'Asia' }, below: [] },
      { unit: { name: 'Europe' }, below: [{ unit: { name: 'Iberia' } }] },
    ],
  })
})

test('a business unit can be put anywhere but below itself', () => {
  expect(possibleParents(units, 'Europe')).toEqual(['root', 'Asia'])
})

test('a business unit says who is in it and what keeps it', () => {
  expect(units.map(membersText)).toEqual(['Nobody', '2 representatives', 'Nobody', 'Nobody'])
  expect(units.map((one) => obstacleText(one, units) === null)).toEqual([false, false, false, true])
})
