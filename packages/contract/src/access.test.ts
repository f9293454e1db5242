import { describe, expect, test } from 'vitest'
import { accessCapabilities, accessOf, accessRights, roleAccess } from './access.ts'
import { privileges } from './privileges.ts'
import { roleCapabilities, roles } from './roles.ts'

describe.each(roles)('%s', (role) => {
  test.each(accessRights)('reaches nothing by %s without the capability, and something with it', (right) => {
    const isAble = accessCapabilities[right].some((capability) => roleCapabilities[role].includes(capability))
    expect(roleAccess[role][right] !== 'None').toBe(isAble)
  })
})

test('of several roles the one that reaches farthest counts', () => {
  expect(accessOf([], 'seeRows')).toBe('None')
  expect(accessOf(['Customer Service Representative', 'Omnichannel Supervisor'], 'seeRows')).toBe('Deep')
  expect(accessOf(['Omnichannel Administrator', 'CSR Manager'], 'deleteRows')).toBe('Deep')
})

test('every right has its line in the matrix of roles', () => {
  const shown = new Set(privileges.flatMap((line) => ('access' in line ? [line.access] : [])))
  expect([...shown].toSorted()).toEqual([...accessRights].toSorted())
})
