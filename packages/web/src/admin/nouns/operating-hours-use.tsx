import { computeCalendars } from '@unified-routing/contract'
import type { Configuration, OperatingHours } from '@unified-routing/routing'
import { useMemo } from 'react'
import { useNow } from '../../ui/clock.ts'
import { Section } from '../../ui/section.tsx'
import { StatusText } from '../../ui/status-text.tsx'
import { exactText, relativeText } from '../../ui/time-text.ts'
import { fullNameOf } from './choices.ts'
import { NameLinks } from './name-links.tsx'

const RENEW_MS = 30_000
const AHEAD_MS = 30 * 86_400_000

export interface OperatingHoursUseProps {
  readonly row: OperatingHours
  readonly configuration: Configuration
}

/** Whether it is open at this moment, and who goes by these hours. */
export function OperatingHoursUse({ row, configuration }: OperatingHoursUseProps) {
  const { queues = [], representatives = [] } = configuration
  return (
    <Section title="In use" badge={<OpenNow row={row} configuration={configuration} />}>
      <NameLinks
        noun="queues"
        names={queues.filter(({ operatingHours }) => operatingHours === row.name).map(({ name }) => name)}
        none="No queue has these hours."
      />
      <NameLinks
        noun="users"
        names={representatives.filter(({ workingHours }) => workingHours === row.name).map(({ name }) => name)}
        none="Nobody works by these hours."
        textOf={(name) => fullNameOf(configuration, name)}
      />
    </Section>
  )
}

function OpenNow({ row, configuration: { organization } }: OperatingHoursUseProps) {
  const now = useNow(RENEW_MS)
  const intervals = useMemo(() => {
    const document: Configuration = { version: 1, ...(organization ? { organization } : {}), operatingHours: [row] }
    return computeCalendars(document, now, now + AHEAD_MS).hours[row.name] ?? []
  }, [row, organization, now])
  const next = intervals.find(([, to]) => to > now)
  if (next === undefined) return <StatusText tone="ended">Closed for the next 30 days</StatusText>
  const [from, to] = next
  return from <= now ? (
    <StatusText tone="good">
      Open, closes {relativeText(to, now)} ({exactText(to)})
    </StatusText>
  ) : (
    <StatusText tone="waiting">
      Closed, opens {relativeText(from, now)} ({exactText(from)})
    </StatusText>
  )
}
