import { Button, Text } from '@fluentui/react-components'
import type { WorkItemView } from '@unified-routing/contract'
import { useEffect } from 'react'
import { type Asked, askedOf } from '../data/asked.ts'
import { useLiveFeed } from '../data/live-context.ts'
import { useFullNames, useOrganization, useSession } from '../data/viewer.ts'
import { channelText } from '../data/work-item-status.ts'
import { announce } from '../ui/announcer.tsx'
import { CountdownRing } from '../ui/countdown-ring.tsx'
import { Elapsed } from '../ui/elapsed.tsx'
import { Facts } from '../ui/facts.tsx'
import { labelOf } from '../ui/words.ts'
import { ChannelIcon } from './channel-icon.tsx'
import type { OfferAnswer } from './desktop-notification.ts'
import { fillSlugs, type OfferTemplate } from './offer-template.ts'
import styles from './offer-toast.module.css'
import { useBecause } from './use-because.ts'
import { useOfferTemplate } from './use-offer-template.ts'

const CONTEXT_FACTS_MAX = 4

export interface OfferToastProps {
  readonly item: WorkItemView
  /** The keys answer this one. */
  readonly isFirst: boolean
  readonly isBusy: boolean
  readonly onAnswer: (answer: OfferAnswer) => void
}

/** An offer that awaits its answer, with what is left of its time. */
export function OfferToast({ item, isFirst, isBusy, onAnswer }: OfferToastProps) {
  const because = useBecause(item)
  const nameOf = useFullNames()
  const { workstreams } = useOrganization()
  const isRejectable = workstreams.find(({ name }) => name === item.workstream)?.rejectable ?? true
  const asked = askedOf(item, useSession().representative)
  const template = useOfferTemplate(item)
  useAnnounced(item, asked)
  return (
    <article className={styles.toast} aria-label={`Offer: ${item.title}`}>
      <div className={styles.head}>
        <ChannelIcon item={item} />
        <Text size={200} weight="semibold" className={styles.kind}>
          {fillSlugs(template.heading, item) || askedText(item, asked)}
        </Text>
        {template.showCountdown ? <OfferCountdown asked={asked} /> : null}
      </div>
      <Text weight="semibold" size={400}>
        {item.title}
      </Text>
      <Facts
        facts={[
          ...askedByFacts(item, asked, nameOf),
          ...(template.fields.length > 0 ? fieldsOf(item, template) : factsOf(item)),
        ]}
      />
      {because && asked?.what !== 'consult' ? (
        <Text size={200} className={styles.because}>
          Because: {because}
        </Text>
      ) : null}
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={isBusy} onClick={() => onAnswer('accept')}>
          {template.acceptLabel} {isFirst ? <kbd className={styles.key}>Alt+A</kbd> : null}
        </Button>
        {isRejectable && template.showReject ? (
          <Button disabledFocusable={isBusy} onClick={() => onAnswer('reject')}>
            {template.rejectLabel} {isFirst ? <kbd className={styles.key}>Alt+R</kbd> : null}
          </Button>
        ) : null}
        {isRejectable ? null : <Text size={200}>This work cannot be rejected.</Text>}
      </div>
    </article>
  )
}

function OfferCountdown({ asked }: { readonly asked: Asked | null }) {
  const feed = useLiveFeed()
  if (asked === null || asked.until === null) return null
  return <CountdownRing startedAtMs={feed.toBrowserMs(asked.since)} endsAtMs={feed.toBrowserMs(asked.until)} />
}

function askedText(item: WorkItemView, asked: Asked | null): string {
  if (asked?.what === 'consult') return 'Asked for advice'
  const what = asked?.what === 'transfer' ? 'Transfer of a' : 'Incoming'
  return `${what} ${channelText(item).toLowerCase()}`
}

/** What the template wants to be shown. What is not known says nothing. */
function fieldsOf(item: WorkItemView, { fields }: OfferTemplate) {
  return fields.map(({ header, value }) => ({ name: header, value: fillSlugs(value, item) || '–' }))
}

/** Whoever has the item is who asks, where somebody has it. */
function askedByFacts(item: WorkItemView, asked: Asked | null, nameOf: (name: string) => string) {
  if (asked === null || asked.what === 'offer' || item.assignedTo === null) return []
  return [{ name: 'Asked by', value: nameOf(item.assignedTo) }]
}

function factsOf(item: WorkItemView) {
  const context = Object.entries(item.context)
    .slice(0, CONTEXT_FACTS_MAX)
    .map(([name, value]) => ({ name: labelOf(name), value: String(value ?? '–') }))
  return [
    ...(item.customerName && item.customerName !== item.title ? [{ name: 'Customer', value: item.customerName }] : []),
    { name: 'Queue', value: item.queue ?? '–' },
    { name: 'Waiting', value: <Elapsed since={item.waitStartedAt} /> },
    ...context,
  ]
}

function useAnnounced(item: WorkItemView, asked: Asked | null): void {
  const { title, customerName } = item
  const what = asked?.what === 'consult' ? 'You are asked for advice' : 'New offer'
  useEffect(() => {
    const from = customerName && customerName !== title ? ` from ${customerName}` : ''
    announce(`${what}: ${title}${from}. Alt A accepts, Alt R rejects.`, 'assertive')
  }, [title, customerName, what])
}
