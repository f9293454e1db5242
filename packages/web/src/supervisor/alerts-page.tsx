import { Badge, Button } from '@fluentui/react-components'
import { AlertOnRegular } from '@fluentui/react-icons'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { AlertView } from '@unified-routing/contract'
import { useMemo } from 'react'
import { api } from '../data/api.ts'
import { failureText } from '../data/failure-text.ts'
import { Elapsed } from '../ui/elapsed.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useNotify } from '../ui/notices.tsx'
import { Page } from '../ui/page.tsx'
import { RelativeTime } from '../ui/relative-time.tsx'
import { RouterLink } from '../ui/router-links.tsx'
import { type GridColumn, RowGrid } from '../ui/row-grid.tsx'
import { StatusText } from '../ui/status-text.tsx'
import { alertsQuery } from './alert-queries.ts'
import { alertText } from './alert-text.ts'

/** What alarms were raised, and who has seen them. */
export function AlertsPage() {
  const { data: alerts } = useSuspenseQuery(alertsQuery)
  const acknowledge = useAcknowledge()
  const columns = useMemo(() => alertColumns(acknowledge), [acknowledge])
  const open = alerts.filter(({ resolvedAt }) => resolvedAt === null).length
  return (
    <Page
      title="Alerts"
      lead={
        <>
          Thresholds that were passed, here and by webhook. What is watched is set under{' '}
          <RouterLink to="/admin/$noun" params={{ noun: 'alerts' }}>
            Alerts in the admin center
          </RouterLink>
          .
        </>
      }
      badge={
        <Badge appearance="tint" color={open === 0 ? 'informative' : 'danger'}>
          {open} active
        </Badge>
      }
    >
      {alerts.length === 0 ? (
        <EmptyState
          icon={<AlertOnRegular />}
          title="No alerts"
          text="When a figure passes a threshold that you have set, it is listed here until the figure is back."
        />
      ) : (
        <RowGrid
          label="Alerts"
          columns={columns}
          rows={alerts}
          rowKey={({ id }) => id}
          rowName={({ title }) => title}
        />
      )}
    </Page>
  )
}

function useAcknowledge(): (id: string) => void {
  const queryClient = useQueryClient()
  const notify = useNotify()
  const { mutate } = useMutation({
    mutationFn: (id: string) => api.alerts.acknowledge(id),
    onSuccess: () => queryClient.invalidateQueries(alertsQuery),
    onError: (error) => notify({ title: 'Not acknowledged', text: failureText(error), intent: 'error' }),
  })
  return mutate
}

function alertColumns(acknowledge: (id: string) => void): readonly GridColumn<AlertView>[] {
  return [
    { key: 'title', header: 'Alert', width: 'wide', render: ({ title }) => title },
    {
      key: 'state',
      header: 'State',
      width: 'narrow',
      render: ({ resolvedAt, severity }) =>
        resolvedAt === null ? (
          <StatusText tone="offered">{severity === 'critical' ? 'Critical' : 'Warning'}</StatusText>
        ) : (
          <StatusText tone="ended">Resolved</StatusText>
        ),
    },
    { key: 'queue', header: 'Queue', render: ({ queue }) => queue ?? 'All together' },
    { key: 'figure', header: 'Figure', render: alertText },
    { key: 'raisedAt', header: 'Raised', width: 'narrow', render: ({ raisedAt }) => <RelativeTime at={raisedAt} /> },
    {
      key: 'lasted',
      header: 'For',
      width: 'narrow',
      render: ({ raisedAt, resolvedAt }) => <Elapsed since={raisedAt} until={resolvedAt} />,
    },
    {
      key: 'acknowledged',
      header: 'Seen by',
      render: ({ id, title, acknowledgedBy }) =>
        acknowledgedBy ?? (
          <Button size="small" aria-label={`Acknowledge ${title}`} onClick={() => acknowledge(id)}>
            Acknowledge
          </Button>
        ),
    },
  ]
}
