import { useQuery } from '@tanstack/react-query'
import { operations, type WorkItemView } from '@unified-routing/contract'
import { useState } from 'react'
import { api } from '../../../data/api.ts'
import { useNow } from '../../../ui/clock.ts'
import { NamePicker } from '../../../ui/name-picker.tsx'
import { relativeText } from '../../../ui/time-text.ts'

const NEWEST_MAX = '200'
const RENEW_MS = 60_000

export interface ConversationSourceProps {
  readonly workstream: string
  readonly onPick: (item: WorkItemView) => void
}

/** Begins with a conversation of the workstream, whether it waits or has ended. */
export function ConversationSource({ workstream, onPick }: ConversationSourceProps) {
  const [picked, setPicked] = useState('')
  const now = useNow(RENEW_MS)
  const { data = [] } = useQuery({
    queryKey: ['work-items-to-try', workstream],
    queryFn: async ({ signal }) => {
      const query = { limit: NEWEST_MAX, sort: '-createdAt' } as const
      const { items } = await api.call(operations.listWorkItems, { query, signal })
      return items.filter((item) => item.workstream === workstream)
    },
  })
  return (
    <NamePicker
      label="Begin with a conversation"
      choices={data.map(({ id, title, state, createdAt }) => ({
        name: id,
        text: `${title} · ${state} · ${relativeText(new Date(createdAt).getTime(), now)}`,
      }))}
      name={picked}
      onPick={(id) => {
        setPicked(id)
        const item = data.find((one) => one.id === id)
        if (item !== undefined) onPick(item)
      }}
    />
  )
}
