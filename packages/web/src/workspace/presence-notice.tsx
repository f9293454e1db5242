import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../data/api.ts'
import { representativeQuery } from '../data/queries.ts'

const texts: Partial<Record<string, string>> = {
  missedOffer: 'You missed an offer, so you get no more work for now.',
  rejectedOffer: 'You rejected an offer, so you get no more work for now.',
}

/** After a missed or rejected offer took somebody out of routing: says so, and offers the way back. */
export function PresenceNotice({ representative }: { readonly representative: string }) {
  const queryClient = useQueryClient()
  const { data: me } = useQuery(representativeQuery(representative))
  const { mutate, isPending } = useMutation({
    mutationFn: () => api.representatives.resetPresence(representative),
    onSuccess: (reset) => queryClient.setQueryData(representativeQuery(representative).queryKey, reset),
  })
  const text = texts[me?.presenceSetBy ?? '']
  if (text === undefined) return null
  return (
    <MessageBar intent="warning" layout="multiline" role="status">
      <MessageBarBody>{text}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" disabledFocusable={isPending} onClick={() => mutate()}>
          Reset my presence
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
