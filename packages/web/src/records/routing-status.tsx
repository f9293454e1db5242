import { Button, Spinner, Text } from '@fluentui/react-components'
import { ArrowRoutingRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import type { RowView, WorkItemView } from '@unified-routing/contract'
import { useEffect, useState } from 'react'
import { may } from '../data/permissions.ts'
import { workItemQuery } from '../data/queries.ts'
import { useFullNames, useOrganization, useSession } from '../data/viewer.ts'
import { stageOf, stageSince, workItemStatus } from '../data/work-item-status.ts'
import { announce } from '../ui/announcer.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Elapsed } from '../ui/elapsed.tsx'
import { Facts } from '../ui/facts.tsx'
import { Glow } from '../ui/glow.tsx'
import { RouterLink } from '../ui/router-links.tsx'
import { Section } from '../ui/section.tsx'
import { StatusText } from '../ui/status-text.tsx'
import { rowWord } from './table-words.ts'

export interface RoutingStatusProps {
  readonly row: RowView
  /** Absent: it cannot be routed again by this viewer or in this state. */
  readonly onRouteAgain?: () => void
}

/** Where a record is on its way through routing, live. */
export function RoutingStatus({ row, onRouteAgain }: RoutingStatusProps) {
  const lastId = useLastWorkItem(row.workItem)
  if (lastId === null) return <NotRouted row={row} />
  return (
    <Section
      title="Routing"
      {...(onRouteAgain && row.workItem ? { actions: <RouteAgain row={row} onRoute={onRouteAgain} /> } : {})}
    >
      <LiveStatus id={lastId} />
    </Section>
  )
}

/** A row forgets its work item when that is closed; the page that saw it go remembers. */
function useLastWorkItem(present: string | null): string | null {
  const [last, setLast] = useState(present)
  if (present !== null && present !== last) setLast(present)
  return present ?? last
}

function NotRouted({ row }: { readonly row: RowView }) {
  const { routingEnabled } = useOrganization()
  return (
    <Section title="Routing">
      <Text>{notRoutedText(row, routingEnabled)}</Text>
    </Section>
  )
}

function notRoutedText({ active, table }: RowView, isRoutingOn: boolean): string {
  const word = rowWord(table)
  if (!active) return `This ${word} is resolved.`
  if (!isRoutingOn)
    return `This ${word} is not routed, because unified routing is off. Once an administrator turns it on, Save & Route gives it to a queue.`
  return `This ${word} is not routed. Save & Route gives it to the right queue and representative.`
}

function LiveStatus({ id }: { readonly id: string }) {
  const { data: item, error } = useQuery(workItemQuery(id))
  if (error) return <Text>{error.message}</Text>
  return item ? <Status item={item} /> : <Spinner size="small" label="Reading where it is" />
}

function Status({ item }: { readonly item: WorkItemView }) {
  const nameOf = useFullNames()
  const seesDiagnostics = may(useSession(), 'seeDiagnostics')
  const { text, tone } = workItemStatus(item, nameOf)
  const holder = item.assignedTo ?? item.offeredTo
  useEffect(() => announce(text), [text])
  return (
    <>
      <Text size={400} weight="semibold">
        <Glow of={text}>
          <StatusText tone={tone}>{text}</StatusText>
        </Glow>
      </Text>
      <Facts
        facts={[
          { name: 'Queue', value: item.queue ?? '–' },
          { name: 'Representative', value: holder ? nameOf(holder) : '–' },
          { name: 'State', value: item.state },
          { name: 'Stage', value: stageOf(item) },
          { name: 'In this stage', value: <Elapsed since={stageSince(item)} until={item.closedAt} /> },
          { name: 'Workstream', value: item.workstream },
          { name: 'Skills asked for', value: Object.keys(item.skills).join(', ') || 'None' },
          { name: 'Units', value: item.units },
        ]}
      />
      {seesDiagnostics ? (
        <RouterLink to="/diagnostics/$id" params={{ id: item.id }}>
          See why in routing diagnostics
        </RouterLink>
      ) : null}
    </>
  )
}

function RouteAgain({ row, onRoute }: { readonly row: RowView; readonly onRoute: () => void }) {
  const [isAsking, setAsking] = useState(false)
  const word = rowWord(row.table)
  return (
    <>
      <Button size="small" icon={<ArrowRoutingRegular />} onClick={() => setAsking(true)}>
        Route again
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={`Route this ${word} again?`}
        confirmLabel="Route"
        onConfirm={() => {
          setAsking(false)
          onRoute()
        }}
        onCancel={() => setAsking(false)}
      >
        It leaves its queue and its representative and goes through all the rules once more.
      </ConfirmDialog>
    </>
  )
}
