import { Text } from '@fluentui/react-components'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { WorkItemView } from '@unified-routing/contract'
import { diagnosticsQuery, journalQuery } from '../data/queries.ts'
import { useFullNames } from '../data/viewer.ts'
import { channelText, stageOf, stageSince, triesOf, workItemStatus } from '../data/work-item-status.ts'
import { Column, Columns } from '../ui/columns.tsx'
import { Elapsed } from '../ui/elapsed.tsx'
import { Facts } from '../ui/facts.tsx'
import { Glow } from '../ui/glow.tsx'
import { Page } from '../ui/page.tsx'
import { RelativeTime } from '../ui/relative-time.tsx'
import { RouterLink } from '../ui/router-links.tsx'
import { Section } from '../ui/section.tsx'
import { StatusText } from '../ui/status-text.tsx'
import { AfterChat } from '../workspace/after-chat.tsx'
import { CandidatesTable } from './candidates-table.tsx'
import { DiagnosticsCommands } from './diagnostics-commands.tsx'
import { StageSection } from './stage-section.tsx'
import { Timeline } from './timeline.tsx'
import { WhyNot } from './why-not.tsx'

const route = getRouteApi('/app/diagnostics/$id')

/** One work item: what happened down the left, and on the right why, stage by stage. */
export function WorkItemPage() {
  const { id } = route.useParams()
  const { data: diagnostics } = useSuspenseQuery(diagnosticsQuery(id))
  const { data: events } = useSuspenseQuery(journalQuery(id))
  const { workItem, stages, candidates } = diagnostics
  return (
    <Page
      title={workItem.title}
      trail={[
        <RouterLink key="list" to="/diagnostics">
          Routing diagnostics
        </RouterLink>,
      ]}
      badge={<StatusBadge item={workItem} />}
      commands={<DiagnosticsCommands diagnostics={diagnostics} events={events} />}
    >
      <Columns kind="narrowFirst">
        <Column>
          <Summary item={workItem} />
          <AfterChat item={workItem} />
          <Section title="What happened">
            <Timeline events={events} />
          </Section>
        </Column>
        <Column>
          {stages.map((stage, index) => (
            // A stage may come again after a transfer; stages are only ever added at the end.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <StageSection key={index} stage={stage} />
          ))}
          <Section
            title="Candidates now"
            lead="The members of its queue in the order of the method, as they are at this moment."
          >
            {candidates && candidates.length > 0 ? (
              <CandidatesTable candidates={candidates} />
            ) : (
              <Text>{noCandidatesText(workItem, candidates)}</Text>
            )}
          </Section>
          <WhyNot item={workItem} />
        </Column>
      </Columns>
    </Page>
  )
}

function noCandidatesText(item: WorkItemView, candidates: readonly unknown[] | null): string {
  if (candidates === null) return 'Another server routes at this moment; this one cannot rank candidates.'
  return item.queue === null
    ? 'It is in no queue, so there are no candidates.'
    : `The queue ${item.queue} has no members.`
}

function StatusBadge({ item }: { readonly item: WorkItemView }) {
  const { text, tone } = workItemStatus(item, useFullNames())
  return (
    <Glow of={text}>
      <StatusText tone={tone}>{text}</StatusText>
    </Glow>
  )
}

function Summary({ item }: { readonly item: WorkItemView }) {
  const nameOf = useFullNames()
  const holder = item.assignedTo ?? item.offeredTo
  return (
    <Section title="Summary">
      <Facts
        facts={[
          { name: 'Stage', value: stageOf(item) },
          { name: 'In this stage', value: <Elapsed since={stageSince(item)} until={item.closedAt} /> },
          { name: 'Channel', value: channelText(item) },
          { name: 'Workstream', value: item.workstream },
          { name: 'Queue', value: item.queue ?? '–' },
          { name: 'Representative', value: holder ? nameOf(holder) : '–' },
          { name: 'Created', value: <RelativeTime at={item.createdAt} /> },
          { name: 'Tries', value: triesOf(item) },
          { name: 'Priority score', value: item.priorityScore },
          { name: 'Units', value: item.units },
          { name: 'Skills', value: skillsText(item) },
          { name: 'Customer', value: item.customerName ?? '–' },
          ...(item.record ? [{ name: 'Record', value: <RecordLink record={item.record} /> }] : []),
        ]}
      />
    </Section>
  )
}

function RecordLink({ record }: { readonly record: { readonly table: string; readonly id: string } }) {
  return (
    <RouterLink to="/tables/$table/$id" params={record}>
      {record.id}
    </RouterLink>
  )
}

function skillsText(item: WorkItemView): string {
  const skills = Object.entries(item.skills)
  if (skills.length === 0) return 'None'
  return skills.map(([name, rating]) => (rating === null ? name : `${name} ≥ ${rating}`)).join(', ')
}
