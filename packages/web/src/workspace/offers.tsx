import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import type { WorkItemView } from '@unified-routing/contract'
import { useEffect, useMemo } from 'react'
import { api } from '../data/api.ts'
import { failureText } from '../data/failure-text.ts'
import { applyWorkItem } from '../data/live-cache.ts'
import { tabChannel } from '../data/tab-channel.ts'
import { announce } from '../ui/announcer.tsx'
import { useNotify } from '../ui/notices.tsx'
import { AssignedToast } from './assigned-toast.tsx'
import { type OfferAnswer, onDesktopAnswer } from './desktop-notification.ts'
import { OfferToast } from './offer-toast.tsx'
import styles from './offers.module.css'
import { useAssignments } from './use-assignments.ts'
import { useOfferedItems } from './use-inbox.ts'
import { useOfferSignals } from './use-offer-signals.ts'

/** What comes to the viewer now, bottom right on every page: offers to answer, and records that were assigned. */
export function Offers({ representative }: { readonly representative: string }) {
  const offers = useOfferedItems(representative)
  const { assigned, dismiss } = useAssignments(representative)
  const { id: openId } = useParams({ strict: false })
  const { answer, isBusy } = useAnswer()
  useOfferKeys(offers[0], answer)
  useDesktopAnswers(offers, answer)
  useOfferSignals(
    useMemo(() => [...offers, ...assigned], [offers, assigned]),
    representative,
  )
  return (
    <section className={styles.stack} aria-label="Offers">
      {assigned
        .filter((item) => item.id !== openId)
        .map((item) => (
          <AssignedToast key={item.id} item={item} onDismiss={() => dismiss(item.id)} />
        ))}
      {offers.map((item, index) => (
        <OfferToast
          key={item.id}
          item={item}
          isFirst={index === 0}
          isBusy={isBusy}
          onAnswer={(kind) => answer(item, kind)}
        />
      ))}
    </section>
  )
}

function useAnswer() {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const notify = useNotify()
  const { mutate, isPending } = useMutation({
    mutationFn: ({ item, kind }: { item: WorkItemView; kind: OfferAnswer }) =>
      kind === 'accept' ? api.workItems.accept(item.id) : api.workItems.reject(item.id),
    onSuccess: (item, { kind }) => {
      applyWorkItem(queryClient, item)
      tabChannel.post({ type: 'changed', id: item.id })
      announce(kind === 'accept' ? `Accepted: ${item.title}` : `Rejected: ${item.title}`)
      if (kind === 'accept') void navigate({ to: '/workspace/$id', params: { id: item.id } })
    },
    onError: (error) => notify({ title: 'Too late', text: failureText(error), intent: 'warning' }),
  })
  return { answer: (item: WorkItemView, kind: OfferAnswer) => mutate({ item, kind }), isBusy: isPending }
}

/** What was pressed on the desktop is answered as if it were pressed here; what is over by then is over. */
function useDesktopAnswers(
  offers: readonly WorkItemView[],
  answer: (item: WorkItemView, kind: OfferAnswer) => void,
): void {
  useEffect(
    () =>
      onDesktopAnswer((workItem, kind) => {
        const item = offers.find(({ id }) => id === workItem)
        if (item !== undefined) answer(item, kind)
      }),
    [offers, answer],
  )
}

/** Alt+A and Alt+R answer the offer that came first, wherever the focus is. */
function useOfferKeys(first: WorkItemView | undefined, answer: (item: WorkItemView, kind: OfferAnswer) => void): void {
  useEffect(() => {
    if (!first) return
    const handleKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.repeat) return
      // By place on the keyboard: with Alt held, some layouts type another letter.
      if (event.code !== 'KeyA' && event.code !== 'KeyR') return
      event.preventDefault()
      answer(first, event.code === 'KeyA' ? 'accept' : 'reject')
    }
    document.addEventListener('keydown', handleKey)
    return () => document.removeEventListener('keydown', handleKey)
  }, [first, answer])
}
