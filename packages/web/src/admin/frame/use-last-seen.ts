import { useState } from 'react'

/** The row as it is stored, or as it last was: what somebody types must outlive it, when somebody else deletes it. */
export function useLastSeen<Row>(name: string, stored: Row | undefined): Row | undefined {
  const [last, setLast] = useState({ name, row: stored })
  if (last.name !== name || (stored !== undefined && stored !== last.row)) setLast({ name, row: stored })
  return stored ?? (last.name === name ? last.row : undefined)
}
