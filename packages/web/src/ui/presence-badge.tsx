import { PresenceBadge } from '@fluentui/react-components'

const statuses: Record<string, 'available' | 'busy' | 'do-not-disturb' | 'away' | 'offline'> = {
  Available: 'available',
  Busy: 'busy',
  'Busy - DND': 'do-not-disturb',
  Away: 'away',
  Inactive: 'away',
  Offline: 'offline',
}

/** A presence with its words; custom presences take the look of their base. */
export function Presence({ presence, basePresence }: { readonly presence: string; readonly basePresence?: string }) {
  const status = statuses[presence] ?? statuses[basePresence ?? ''] ?? 'offline'
  return (
    <span>
      <PresenceBadge status={status} aria-hidden="true" size="small" /> {presenceLabel(presence)}
    </span>
  )
}

/** The words people see: the reference shows Away and Busy - DND differently from how rules name them. */
export function presenceLabel(presence: string): string {
  if (presence === 'Busy - DND') return 'Do not disturb'
  return presence === 'Away' ? 'Appear away' : presence
}
