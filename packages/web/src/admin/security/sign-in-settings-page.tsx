import { useSuspenseQuery } from '@tanstack/react-query'
import { may } from '../../data/permissions.ts'
import { signInSettingsQuery } from '../../data/security-queries.ts'
import { useSession } from '../../data/viewer.ts'
import { Page } from '../../ui/page.tsx'
import { LockOutsSection } from './lock-outs-section.tsx'
import { SignInSettingsForm } from './sign-in-settings-form.tsx'

/** How people sign in and for how long, and who is locked out. */
export function SignInSettingsPage() {
  const { data: settings } = useSuspenseQuery(signInSettingsQuery)
  return (
    <Page title="Sign-in" lead="Rules for passwords, sessions and failed tries. They hold at once, for everybody.">
      <SignInSettingsForm key={JSON.stringify(settings)} settings={settings} />
      {may(useSession(), 'manageAccounts') ? <LockOutsSection /> : null}
    </Page>
  )
}
