import { useConfiguration } from '../../data/use-change-configuration.ts'
import { LookupText } from '../../records/lookup-text.tsx'
import { RouterLink } from '../../ui/router-links.tsx'
import { Section } from '../../ui/section.tsx'
import styles from './user-holdings.module.css'

const ordinals = ['first choice', 'second choice', 'third choice']

/** The customers who have somebody as a preferred representative. */
export function UserCustomers({ name }: { readonly name: string }) {
  const { document } = useConfiguration()
  const customers = (document.preferredRepresentatives ?? []).flatMap(({ contact, representatives }) => {
    const choice = representatives.indexOf(name)
    return choice < 0 ? [] : [{ contact, choice }]
  })
  if (customers.length === 0) return null
  return (
    <Section title={`Preferred by customers (${customers.length})`}>
      <ul className={styles.list} aria-label="Customers">
        {customers.map(({ contact, choice }) => (
          <li key={contact} className={styles.item}>
            <span className={styles.name}>
              <RouterLink to="/tables/$table/$id" params={{ table: 'contact', id: contact }}>
                <LookupText table="contact" id={contact} />
              </RouterLink>
            </span>
            <RouterLink
              to="/admin/$noun/$name"
              params={{ noun: 'preferred-representatives', name: contact }}
              aria-label={`Preferred representatives of ${contact}`}
            >
              {ordinals[choice] ?? 'a choice'}
            </RouterLink>
          </li>
        ))}
      </ul>
    </Section>
  )
}
