import type { AccountView, InvitationView, LockOutView } from '@unified-routing/contract'

/** Where somebody stands with signing in. */
export type SignInState =
  | { readonly kind: 'noEmail' }
  /** An account or an invitation without a password has not led to a sign-in yet. */
  | { readonly kind: 'notInvited' }
  | { readonly kind: 'invited'; readonly invitation: InvitationView }
  | { readonly kind: 'canSignIn' }
  | { readonly kind: 'locked'; readonly lockOut: LockOutView }

export interface SignInFacts {
  readonly accounts: readonly Pick<AccountView, 'representative' | 'hasPassword'>[]
  readonly invitations: readonly InvitationView[]
  readonly lockOuts: readonly LockOutView[]
}

/** The state of each person, found by name: made once for a list of a thousand. */
export function signInStates({ accounts, invitations, lockOuts }: SignInFacts) {
  const accountOf = new Map(accounts.map((account) => [account.representative, account]))
  const openOf = new Map(
    invitations.filter(({ state }) => state === 'open').map((invitation) => [invitation.email, invitation]),
  )
  const lockOf = new Map(lockOuts.filter(({ kind }) => kind === 'account').map((lock) => [lock.name, lock]))
  return ({ name, email }: { readonly name: string; readonly email: string }): SignInState => {
    if (email === '') return { kind: 'noEmail' }
    const lockOut = lockOf.get(email.toLowerCase())
    if (accountOf.get(name)?.hasPassword) return lockOut ? { kind: 'locked', lockOut } : { kind: 'canSignIn' }
    const invitation = openOf.get(email.toLowerCase())
    return invitation ? { kind: 'invited', invitation } : { kind: 'notInvited' }
  }
}

export const signInWords: Readonly<Record<SignInState['kind'], string>> = {
  noEmail: 'No e-mail address',
  notInvited: 'Not invited',
  invited: 'Invited',
  canSignIn: 'Can sign in',
  locked: 'Locked out',
}
