import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { RepresentativeView } from '@unified-routing/contract'
import { representativeQuery } from '../data/queries.ts'
import { useOrganization } from '../data/viewer.ts'

/** At the limit of open sessions the system takes somebody out of routing: says so, and what ends it. */
export function SessionLimitNotice({ representative }: { readonly representative: string }) {
  const { sessionLimit } = useOrganization()
  const { data: sessions = 0 } = useQuery({ ...representativeQuery(representative), select: openSessionsOf })
  if (sessions < sessionLimit) return null
  return (
    <MessageBar intent="warning" layout="multiline" role="status">
      <MessageBarBody>
        You have {sessions} sessions open, and {sessionLimit} are the most that bring you work. Close one to get more.
      </MessageBarBody>
    </MessageBar>
  )
}

function openSessionsOf({ load }: RepresentativeView): number {
  return load?.itemCount ?? 0
}
