import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useNotify } from '../ui/notices.tsx'
import { alertsQuery } from './alert-queries.ts'
import { alertText } from './alert-text.ts'

/** Says when an alert is raised, wherever the supervisor is. What stood before they came is in the list. */
export function AlertToasts() {
  const { data } = useQuery(alertsQuery)
  const known = useRef<ReadonlySet<string> | null>(null)
  const notify = useNotify()
  const navigate = useNavigate()
  useEffect(() => {
    if (data === undefined) return
    const before = known.current
    known.current = new Set(data.map(({ id }) => id))
    if (before === null) return
    for (const alert of data) {
      if (before.has(alert.id) || alert.resolvedAt !== null) continue
      notify({
        title: alert.queue === null ? alert.title : `${alert.title}: ${alert.queue}`,
        text: alertText(alert),
        intent: alert.severity === 'critical' ? 'error' : 'warning',
        action: { label: 'Show', onAction: () => void navigate({ to: '/supervisor/alerts' }) },
      })
    }
  }, [data, notify, navigate])
  return null
}
