import type { InvitationView } from '@unified-routing/contract'
import { expect, test } from 'vitest'
import { signInStates } from './sign-in-state.ts'

function account(representative: string, hasPassword: boolean) {
  return { representative, hasPassword }
}

function invitation(email: string, state: InvitationView['state']): InvitationView {
  const at = '2026-01-01T00:00:00.000Z'
  const times = { createdAt: at, createdBy: 'admin', expiresAt: at, acceptedAt: null }
  return { id: email, email, name: email, representative: null, roles: [], state, ...times }
}

const lockOut = {
  kind: 'account',
  name: 'eve@example.com',
  failures: 5,
  lastFailedAt: '2026-01-01T00:00:00.000Z',
  lockedUntil: '2026-01-01T00:01:00.000Z',
} as const

const stateOf = signInStates({
  accounts: [account('ana', true), account('bo', false), account('cem', false), account('eve', true)],
  invitations: [invitation('cem@example.com', 'open'), invitation('bo@example.com', 'expired')],
  lockOuts: [lockOut, { ...lockOut, kind: 'address', name: 'ana@example.com' }],
})

test('who has a password can sign in, unless failed tries have locked the account', () => {
  expect(stateOf({ name: 'ana', email: 'Ana@Example.com' })).toEqual({ kind: 'canSignIn' })
  expect(stateOf({ name: 'eve', email: 'eve@example.com' })).toEqual({ kind: 'locked', lockOut })
})

test('who has none is invited while an invitation is open, whatever the case of the address', () => {
  expect(stateOf({ name: 'cem', email: 'Cem@example.com' })).toMatchObject({ kind: 'invited' })
  expect(stateOf({ name: 'bo', email: 'bo@example.com' })).toEqual({ kind: 'notInvited' })
  expect(stateOf({ name: 'dee', email: 'dee@example.com' })).toEqual({ kind: 'notInvited' })
})

test('nobody is invited without an address', () => {
  expect(stateOf({ name: 'ana', email: '' })).toEqual({ kind: 'noEmail' })
})
