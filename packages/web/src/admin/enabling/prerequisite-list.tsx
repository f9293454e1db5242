import { Button } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import type { Prerequisite } from '@unified-routing/contract'
import { unifiedRoutingQuery } from '../../data/enabling-queries.ts'
import styles from '../../ui/lines.module.css'
import { RouterButton } from '../../ui/router-links.tsx'
import { Section } from '../../ui/section.tsx'
import { StatusText } from '../../ui/status-text.tsx'
import { places } from '../places.ts'

/** What must hold first: each line with what was found, and a button that leads to its remedy. */
export function PrerequisiteList({ prerequisites }: { readonly prerequisites: readonly Prerequisite[] }) {
  const missing = prerequisites.filter(({ met }) => !met).length
  const lead =
    missing === 0
      ? 'Everything is there: turn unified routing on above.'
      : `${missing} of ${prerequisites.length} missing.`
  return (
    <Section title="What it needs" lead={lead}>
      <ul className={styles.list}>
        {prerequisites.map((one) => (
          <li key={one.key} className={styles.line}>
            <div className={styles.text}>
              <span className={styles.title}>
                <StatusText tone={one.met ? 'good' : 'offered'}>
                  {one.title}: {one.met ? 'there' : 'missing'}
                </StatusText>
              </span>
              <span className={styles.detail}>{one.reason}</span>
              {one.remedy ? <span className={styles.detail}>{one.remedy.text}</span> : null}
            </div>
            {one.remedy ? <RemedyButton remedy={one.remedy} /> : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const remedyPlaces = {
  consent: places.consent,
  users: places.users,
  accounts: { to: '/admin/security/accounts' },
  licences: places.channels,
} as const

function RemedyButton({ remedy: { kind, label } }: { readonly remedy: NonNullable<Prerequisite['remedy']> }) {
  const queryClient = useQueryClient()
  if (kind === 'checkAgain') {
    return (
      <Button size="small" onClick={() => queryClient.invalidateQueries({ queryKey: unifiedRoutingQuery.queryKey })}>
        {label}
      </Button>
    )
  }
  return (
    <RouterButton size="small" {...remedyPlaces[kind]}>
      {label}
    </RouterButton>
  )
}
