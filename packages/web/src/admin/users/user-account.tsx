import { Text } from '@fluentui/react-components'
import { Section } from '../../ui/section.tsx'
import type { Person } from './person.ts'

/** How somebody signs in. */
export function UserAccount({ person }: { readonly person: Person }) {
  return (
    <Section title="Sign-in">
      <Text>{person.email === '' ? 'No e-mail address, so no sign-in.' : person.email}</Text>
    </Section>
  )
}
