import { useState } from 'react'
import { failureText } from '../data/failure-text.ts'
import { useSession } from '../data/viewer.ts'
import { isPasswordRefusal, NewPasswordForm } from '../sign-in/new-password-form.tsx'
import { useChangePassword } from '../sign-in/use-change-password.ts'
import { Facts } from '../ui/facts.tsx'
import { useNotify } from '../ui/notices.tsx'
import { Page } from '../ui/page.tsx'
import { ProblemBar } from '../ui/problem-bar.tsx'
import { Section } from '../ui/section.tsx'
import styles from './account-page.module.css'
import { SessionsSection } from './sessions-section.tsx'

/** One's own account: who one is here, the password, and where one is signed in. */
export function AccountPage() {
  const { account, roles, representative } = useSession()
  return (
    <Page title="My account">
      <Section title="Account">
        <Facts
          facts={[
            { name: 'Name', value: account.name },
            { name: 'E-mail', value: account.email ?? 'None' },
            { name: 'Representative', value: representative ?? 'None' },
            { name: 'Roles', value: roles.length === 0 ? 'None' : roles.join(', ') },
            { name: 'Business unit', value: account.businessUnit },
            { name: 'Access mode', value: account.accessMode },
          ]}
        />
      </Section>
      <PasswordSection email={account.email ?? ''} />
      <SessionsSection />
    </Page>
  )
}

function PasswordSection({ email }: { readonly email: string }) {
  const notify = useNotify()
  const [changes, setChanges] = useState(0)
  const { mutate, isPending, error } = useChangePassword(() => {
    setChanges((count) => count + 1)
    notify({ title: 'Your password is changed', intent: 'success' })
  })
  return (
    <Section title="Password" lead="Changing it signs you out of every other browser.">
      {error && !isPasswordRefusal(error) ? <ProblemBar title="Not changed" text={failureText(error)} /> : null}
      <div className={styles.form}>
        <NewPasswordForm
          // Emptied once it is saved.
          key={changes}
          email={email}
          asksPresent
          submitLabel="Change the password"
          busyLabel="Changing"
          isBusy={isPending}
          error={error}
          onSubmit={mutate}
        />
      </div>
    </Section>
  )
}
