import { Text } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { WorkItemView } from '@unified-routing/contract'
import { messagesQuery } from '../../data/queries.ts'
import { useSession } from '../../data/viewer.ts'
import { ProblemBar } from '../../ui/problem-bar.tsx'
import { Section } from '../../ui/section.tsx'
import { Composer } from './composer.tsx'
import styles from './conversation.module.css'
import { LinkedRecord } from './linked-record.tsx'
import { MessageList } from './message-list.tsx'
import { Participants } from './participants.tsx'
import { TypingLine } from './typing-line.tsx'
import { useAnswersTold } from './use-answers-told.ts'

/** The messages of both sides, who takes part, and the place to write the next message. */
export function Conversation({ item }: { readonly item: WorkItemView }) {
  const { representative } = useSession()
  const { data: messages, error } = useQuery(messagesQuery(item.id))
  useAnswersTold(item, representative)
  const writes = writesWhat(item, representative)
  const customerName = item.customerName ?? 'Visitor'
  return (
    <Section title="Conversation">
      {error ? <ProblemBar title="The messages cannot be shown" text={error.message} /> : null}
      {item.linkedRecord ? <LinkedRecord record={item.linkedRecord} /> : null}
      <Participants item={item} viewer={representative} />
      {messages ? (
        <MessageList key={`list ${item.id}`} conversation={item.id} messages={messages} customerName={customerName} />
      ) : null}
      {item.state === 'Active' ? (
        <TypingLine conversation={item.id} viewer={representative} customerName={customerName} />
      ) : null}
      {writes === 'messages' ? null : <Text className={styles.quiet}>{silenceText(item, representative)}</Text>}
      {writes === 'nothing' ? null : (
        <Composer key={`composer ${item.id}`} item={item} isNoteOnly={writes === 'notes'} />
      )}
    </Section>
  )
}

type Writes = 'messages' | 'notes' | 'nothing'

/** Whoever has the conversation, or was added to it, writes to the customer; whoever else takes part writes notes. */
function writesWhat(item: WorkItemView, viewer: string | null): Writes {
  if (viewer === null || item.state === 'Closed') return 'nothing'
  const part = item.participants.find(({ representative }) => representative === viewer)
  const isMine = item.assignedTo === viewer
  if (!isMine && (part === undefined || part.joinedAt === null)) return 'nothing'
  const hasCustomer = item.state === 'Active'
  return hasCustomer && (isMine || part?.access === 'public') ? 'messages' : 'notes'
}

function silenceText(item: WorkItemView, viewer: string | null): string {
  if (item.state === 'Closed') return 'The conversation is closed.'
  const part = item.participants.find(({ representative }) => representative === viewer)
  if (item.assignedTo === viewer) return 'The conversation has ended. Close it when you have finished your notes.'
  if (part?.mode === 'monitor')
    return 'You read along; nobody in the conversation is told. Your notes are for colleagues.'
  if (part?.joinedAt) return 'You are consulted: the customer does not see you. Your notes are for colleagues.'
  if (part) return 'You are asked for advice. Accept to take part.'
  return item.assignedTo ? 'Only who works on the conversation can write.' : 'Accept or pick the conversation to write.'
}
