import { Link, Text } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { apiBase, type WorkItemView } from '@unified-routing/contract'
import { surveyQuery } from '../data/queries.ts'
import { Facts } from '../ui/facts.tsx'
import { RelativeTime } from '../ui/relative-time.tsx'
import { Section } from '../ui/section.tsx'

/** What a conversation leaves behind: its transcript, and how the customer found it. */
export function AfterChat({ item }: { readonly item: WorkItemView }) {
  if (item.kind !== 'conversation') return null
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const transcript = `${apiBase}/conversations/${encodeURIComponent(item.id)}/transcript`
  return (
    <Section title="Transcript and survey">
      <Link href={`${transcript}?timeZone=${encodeURIComponent(timeZone)}`} download={`transcript-${item.id}.txt`}>
        Download the transcript
      </Link>
      {item.state === 'Closed' || item.state === 'Wrap-up' ? <Survey conversation={item.id} /> : null}
    </Section>
  )
}

function Survey({ conversation }: { readonly conversation: string }) {
  const { data: survey } = useQuery(surveyQuery(conversation))
  if (survey === undefined) return null
  const { answers, answeredAt } = survey
  if (answeredAt === null) return <Text>The customer has answered no questions afterwards.</Text>
  return (
    <>
      <Text>
        Answered <RelativeTime at={answeredAt} />
      </Text>
      <Facts facts={answers.map(({ question, answer }) => ({ name: question, value: answer }))} />
    </>
  )
}
