import { Button, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { failureText } from '../../data/failure-text.ts'
import { may } from '../../data/permissions.ts'
import { useSession } from '../../data/viewer.ts'
import { ProblemBar } from '../../ui/problem-bar.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { Section } from '../../ui/section.tsx'
import { InvitationLink } from './invitation-link.tsx'
import type { Person } from './person.ts'
import { SetPasswordDialog } from './set-password-dialog.tsx'
import type { SignInState } from './sign-in-state.ts'
import { type AccountActions, useAccountActions } from './use-account-actions.ts'
import { useSignInStates } from './use-sign-in-states.ts'
import styles from './user-account.module.css'

/** Whether and how somebody can sign in, and what those who manage accounts can do about it. */
export function UserAccount({ person }: { readonly person: Person }) {
  const mayManage = may(useSession(), 'manageAccounts')
  return (
    <Section title="Sign-in">
      {mayManage ? (
        <Account person={person} />
      ) : (
        <Text>A System Administrator can invite people and set passwords.</Text>
      )}
    </Section>
  )
}

function Account({ person }: { readonly person: Person }) {
  const state = useSignInStates()?.(person) ?? null
  const actions = useAccountActions(person)
  const [isSettingPassword, setSettingPassword] = useState(false)
  if (state === null) return <Text>Reading the account</Text>
  return (
    <>
      {actions.failure ? <ProblemBar title="Not done" text={failureText(actions.failure)} /> : null}
      <StateText state={state} email={person.email} />
      {actions.made ? <InvitationLink made={actions.made} /> : null}
      {state.kind === 'noEmail' ? null : (
        <div className={styles.commands}>
          <StateCommands state={state} actions={actions} />
          <Button disabledFocusable={actions.isBusy} onClick={() => setSettingPassword(true)}>
            Set a password
          </Button>
        </div>
      )}
      {isSettingPassword ? <SetPasswordDialog person={person} onClose={() => setSettingPassword(false)} /> : null}
    </>
  )
}

function StateText({ state, email }: { readonly state: SignInState; readonly email: string }) {
  switch (state.kind) {
    case 'noEmail':
      return <Text>Cannot sign in: there is no e-mail address. Add one and save.</Text>
    case 'notInvited':
      return <Text>Cannot sign in yet: nobody has invited {email} or set a password.</Text>
    case 'canSignIn':
      return <Text>Signs in as {email}.</Text>
    case 'invited':
      return (
        <Text>
          Invited as {email} by {state.invitation.createdBy}, <RelativeTime at={state.invitation.createdAt} />. The link
          ends <RelativeTime at={state.invitation.expiresAt} />.
        </Text>
      )
    case 'locked':
      return (
        <Text>
          Locked out after {state.lockOut.failures} failed tries; may try again{' '}
          <RelativeTime at={state.lockOut.lockedUntil} />.
        </Text>
      )
  }
}

function StateCommands({ state, actions }: { readonly state: SignInState; readonly actions: AccountActions }) {
  const { isBusy } = actions
  if (state.kind === 'notInvited') {
    return (
      <Button appearance="primary" disabledFocusable={isBusy} onClick={actions.invite}>
        Invite
      </Button>
    )
  }
  if (state.kind === 'invited') {
    return (
      <>
        <Button disabledFocusable={isBusy} onClick={actions.invite}>
          Invite again
        </Button>
        <Button disabledFocusable={isBusy} onClick={() => actions.revoke(state.invitation.id)}>
          Revoke the invitation
        </Button>
      </>
    )
  }
  if (state.kind === 'locked') {
    return (
      <Button disabledFocusable={isBusy} onClick={() => actions.unlock(state.lockOut.name)}>
        Unlock
      </Button>
    )
  }
  return null
}
