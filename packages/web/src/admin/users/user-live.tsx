import { Text } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { RepresentativeView } from '@unified-routing/contract'
import { representativeQuery } from '../../data/queries.ts'
import { Facts } from '../../ui/facts.tsx'
import { Presence } from '../../ui/presence-badge.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { RouterLink } from '../../ui/router-links.tsx'
import { Section } from '../../ui/section.tsx'
import styles from './user-holdings.module.css'

const setByTexts: Record<RepresentativeView['presenceSetBy'], string> = {
  system: 'by the system',
  manual: 'by hand',
  missedOffer: 'after a missed offer',
  rejectedOffer: 'after a rejected offer',
}

/** What somebody does at this moment. */
export function UserLive({ name }: { readonly name: string }) {
  const { data: live } = useQuery(representativeQuery(name))
  return (
    <Section title="Now">
      {live ? <Now live={live} /> : <Text>Not known yet; it takes a moment after the first save.</Text>}
    </Section>
  )
}

function Now({ live }: { readonly live: RepresentativeView }) {
  const { load, presence, basePresence, presenceChangedAt, presenceSetBy, signedIn } = live
  return (
    <>
      <Facts
        facts={[
          {
            name: 'Presence',
            value: signedIn ? <Presence presence={presence} basePresence={basePresence} /> : 'Signed out',
          },
          {
            name: 'Since',
            value: presenceChangedAt ? (
              <>
                <RelativeTime at={presenceChangedAt} />, {setByTexts[presenceSetBy]}
              </>
            ) : (
              'Never signed in'
            ),
          },
          {
            name: 'Units in use',
            value: load ? `${load.unitsLimit - load.unitsFree} of ${load.unitsLimit}` : 'Not known',
          },
          ...profileFacts(live),
        ]}
      />
      <Work items={load?.items ?? []} count={load?.itemCount ?? 0} />
    </>
  )
}

function profileFacts({ load }: RepresentativeView) {
  return Object.entries(load?.profileLimits ?? {}).map(([profile, limit]) => ({
    name: profile,
    value: `${limit - (load?.profilesFree[profile] ?? limit)} of ${limit}`,
  }))
}

function Work({ items, count }: { readonly items: readonly string[]; readonly count: number }) {
  if (count === 0) return <Text>No work at present.</Text>
  return (
    <ul className={styles.list} aria-label="Current work">
      {items.map((id) => (
        <li key={id} className={styles.item}>
          <RouterLink to="/diagnostics/$id" params={{ id }}>
            {id}
          </RouterLink>
        </li>
      ))}
    </ul>
  )
}
