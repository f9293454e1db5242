import type { RepresentativeView } from '@unified-routing/contract'
import { Glow } from '../../ui/glow.tsx'
import { Presence } from '../../ui/presence-badge.tsx'
import { RouterLink } from '../../ui/router-links.tsx'
import type { GridColumn } from '../../ui/row-grid.tsx'

/** A member of a queue with what they do at this moment; null: this server does not know. */
export interface Member {
  readonly name: string
  readonly fullName: string
  /** From 1. */
  readonly position: number
  readonly now: RepresentativeView | null
}

export const memberColumns: readonly GridColumn<Member>[] = [
  { key: 'position', header: 'Joined', width: 'narrow', render: ({ position }) => position },
  {
    key: 'name',
    header: 'Name',
    width: 'wide',
    render: ({ name, fullName }) => (
      <RouterLink to="/admin/$noun/$name" params={{ noun: 'users', name }} tabIndex={-1}>
        {fullName}
      </RouterLink>
    ),
  },
  {
    key: 'presence',
    header: 'Presence',
    render: ({ now }) =>
      now === null ? (
        'Not saved yet'
      ) : now.signedIn ? (
        <Glow of={now.presence}>
          <Presence presence={now.presence} basePresence={now.basePresence} />
        </Glow>
      ) : (
        'Signed out'
      ),
  },
  { key: 'load', header: 'Load', render: ({ now }) => (now === null ? '' : loadText(now)) },
  { key: 'items', header: 'Items', width: 'narrow', render: ({ now }) => now?.load?.itemCount ?? '' },
]

/** "40 of 100 units, Chats 1 of 3": what is used of what there is. */
function loadText({ load }: RepresentativeView): string {
  if (load === null) return 'Not known here'
  const profiles = Object.entries(load.profileLimits).map(
    ([profile, limit]) => `${profile} ${limit - (load.profilesFree[profile] ?? limit)} of ${limit}`,
  )
  return [`${load.unitsLimit - load.unitsFree} of ${load.unitsLimit} units`, ...profiles].join(', ')
}
