import { Button, Field, Text, Textarea } from '@fluentui/react-components'
import { SendRegular } from '@fluentui/react-icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { WorkItemView } from '@unified-routing/contract'
import type { KeyboardEvent } from 'react'
import { api } from '../../data/api.ts'
import { failureText } from '../../data/failure-text.ts'
import { messagesQuery } from '../../data/queries.ts'
import { useSession } from '../../data/viewer.ts'
import { ProblemBar } from '../../ui/problem-bar.tsx'
import { Section } from '../../ui/section.tsx'
import { useDraft } from '../use-draft.ts'
import styles from './conversation.module.css'
import { MessageList } from './message-list.tsx'

/** The messages of both sides, and the place to write the next one. */
export function Conversation({ item }: { readonly item: WorkItemView }) {
  const { representative } = useSession()
  const { data: messages = [], error } = useQuery(messagesQuery(item.id))
  const isMine = item.assignedTo !== null && item.assignedTo === representative
  const canWrite = isMine && item.state !== 'Wrap-up' && item.state !== 'Closed'
  return (
    <Section title="Conversation">
      {error ? <ProblemBar title="The messages cannot be shown" text={error.message} /> : null}
      <MessageList messages={messages} customerName={item.customerName ?? 'Customer'} />
      {canWrite ? (
        <Composer key={item.id} id={item.id} />
      ) : (
        <Text className={styles.quiet}>{silenceText(item, isMine)}</Text>
      )}
    </Section>
  )
}

function silenceText(item: WorkItemView, isMine: boolean): string {
  if (item.state === 'Closed') return 'The conversation is closed.'
  if (isMine) return 'The conversation has ended. Close it when you have finished your notes.'
  return item.assignedTo ? 'Only who works on the conversation can write.' : 'Accept or pick the conversation to write.'
}

function Composer({ id }: { readonly id: string }) {
  const [text, setText] = useDraft(id, 'message')
  const { mutate, isPending, error } = useSend(id, () => setText(''))
  const handleSend = () => {
    if (text.trim() !== '' && !isPending) mutate(text.trim())
  }
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    handleSend()
  }
  return (
    <div className={styles.composer}>
      <Field
        label="Message"
        hint="Enter sends, Shift+Enter begins a line"
        className={styles.text}
        {...(error ? { validationState: 'error', validationMessage: failureText(error) } : {})}
      >
        <Textarea value={text} resize="vertical" onChange={(_, { value }) => setText(value)} onKeyDown={handleKey} />
      </Field>
      <Button
        appearance="primary"
        icon={<SendRegular />}
        disabledFocusable={isPending || text.trim() === ''}
        onClick={handleSend}
      >
        Send
      </Button>
    </div>
  )
}

function useSend(id: string, onSent: () => void) {
  const queryClient = useQueryClient()
  const { queryKey } = messagesQuery(id)
  return useMutation({
    mutationFn: (text: string) => api.conversations.send(id, { from: 'representative', text }),
    onSuccess: (message) => {
      queryClient.setQueryData(queryKey, (messages = []) =>
        messages.some((known) => known.id === message.id) ? messages : [...messages, message],
      )
      onSent()
    },
  })
}
