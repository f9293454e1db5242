import { useQueryClient } from '@tanstack/react-query'
import { settingKinds, type WorkItemView } from '@unified-routing/contract'
import { useEffect, useRef } from 'react'
import { askedOf } from '../data/asked.ts'
import { settingsQuery } from '../data/setting-queries.ts'
import { tabChannel } from '../data/tab-channel.ts'
import { useOrganization } from '../data/viewer.ts'
import { channelText } from '../data/work-item-status.ts'
import { AnnouncedOffers } from './announced-offers.ts'
import { showDesktopNotice } from './desktop-notification.ts'
import { offerSound } from './notification-preferences.ts'
import { OfferBell } from './offer-bell.ts'
import { fillSlugs, type OfferTemplate, occasionOf, templateFor } from './offer-template.ts'
import { ring } from './ring.ts'

/** Tabs in the background may be slow to hear. */
const GATHER_MS = 250
const TEMPLATES_FRESH_MS = 60_000

const moment = () => new Promise<void>((resolve) => setTimeout(resolve, GATHER_MS))

/** Sounds and shows on the desktop what comes, once for all tabs of the browser, and takes it away when it is answered. */
export function useOfferSignals(items: readonly WorkItemView[], representative: string): void {
  const queryClient = useQueryClient()
  const { workstreams } = useOrganization()
  const bell = useRef<OfferBell | null>(null)
  const announced = useRef(new AnnouncedOffers(moment))
  useEffect(() => {
    const made = new OfferBell({
      channel: tabChannel,
      tab: `${Date.now()}-${Math.random()}`,
      isVisible: () => document.visibilityState === 'visible',
      gather: moment,
    })
    bell.current = made
    return () => made.stop()
  }, [])
  useEffect(() => {
    const templates = () =>
      queryClient
        .fetchQuery({ ...settingsQuery(settingKinds.notificationTemplate), staleTime: TEMPLATES_FRESH_MS })
        .then((settings) => settings.map(({ value }) => value))
        // Without templates the offer is announced as usual.
        .catch(() => [])
    const isRejectable = ({ workstream }: WorkItemView) =>
      workstreams.find(({ name }) => name === workstream)?.rejectable ?? true
    const means = { representative, bell: bell.current, templates, isRejectable }
    announced.current.update(
      new Map(
        items.map((item) => {
          const id = signalOf(item, representative)
          return [id, () => signal(item, { id, ...means })]
        }),
      ),
    )
  }, [items, representative, queryClient, workstreams])
}

/** What is announced once: this item, for this reason. The same item may come again. */
function signalOf(item: WorkItemView, representative: string): string {
  const asked = askedOf(item, representative)
  if (asked === null) return `${item.id} ${item.session?.id}`
  return `${item.id} ${asked.what} ${asked.what === 'transfer' ? asked.until : asked.since}`
}

interface Means {
  readonly id: string
  readonly representative: string
  readonly bell: OfferBell | null
  readonly templates: () => Promise<readonly OfferTemplate[]>
  readonly isRejectable: (item: WorkItemView) => boolean
}

async function signal(
  item: WorkItemView,
  { id, representative, bell, templates, isRejectable }: Means,
): Promise<() => void> {
  const [announcement, known] = await Promise.all([bell?.announce(id), templates()])
  if (!announcement?.isOurs) return () => undefined
  const template = templateFor(item, occasionOf(item, representative), known)
  if (template.sound && offerSound.getSnapshot()) void ring()
  if (template.desktop === 'never') return () => undefined
  if (template.desktop === 'background' && !announcement.isInBackground) return () => undefined
  return showDesktopNotice({
    tag: id,
    title: fillSlugs(template.heading, item) || `Incoming ${channelText(item).toLowerCase()}`,
    body: item.title,
    workItem: item.id,
    actions: askedOf(item, representative) === null ? [] : actionsOf(template, isRejectable(item)),
  })
}

function actionsOf({ acceptLabel, rejectLabel, showReject }: OfferTemplate, isRejectable: boolean) {
  const accept = { action: 'accept', title: acceptLabel } as const
  return showReject && isRejectable ? [accept, { action: 'reject', title: rejectLabel } as const] : [accept]
}
