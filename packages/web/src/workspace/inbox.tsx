import { CounterBadge, Subtitle1, Tab, TabList, Text } from '@fluentui/react-components'
import { MailInboxCheckmarkRegular } from '@fluentui/react-icons'
import { getRouteApi } from '@tanstack/react-router'
import { INBOX_COUNT_MAX } from '@unified-routing/contract'
import { useMemo } from 'react'
import { EmptyState } from '../ui/empty-state.tsx'
import { TableSkeleton } from '../ui/table-skeleton.tsx'
import hidden from '../ui/visually-hidden.module.css'
import styles from './inbox.module.css'
import { InboxCards } from './inbox-cards.tsx'
import { askedOf } from './inbox-search.ts'
import { InboxTools } from './inbox-tools.tsx'
import { INBOX_ITEMS_MAX, type InboxViewName, inboxTitles } from './inbox-views.ts'
import { LoadFigure } from './load-figure.tsx'
import { type InboxAsked, useInbox, useInboxCounts } from './use-inbox.ts'

const route = getRouteApi('/app/workspace')

const emptyTexts: Record<InboxViewName, { readonly title: string; readonly text: string }> = {
  my: {
    title: 'Nothing on your desk',
    text: 'Work comes to you while your presence allows it. You can also pick from the open items.',
  },
  open: { title: 'Nothing waits', text: 'Items that wait in your queues are listed here.' },
  closed: { title: 'Nothing closed yet', text: 'What you finished in the last 90 days is listed here.' },
}

const nothingFits = { title: 'Nothing fits the filter', text: 'Lift a filter or look for another text.' }

/** The lists of work items, with their counts. */
export function Inbox({ representative }: { readonly representative: string }) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const asked = useMemo(() => askedOf(search), [search])
  const handleView = (next: unknown) =>
    void navigate({ to: '.', search: next === 'open' || next === 'closed' ? { view: next } : {} })
  return (
    <>
      <div className={styles.head}>
        <Subtitle1 as="h2" className={styles.heading}>
          Inbox
        </Subtitle1>
        <LoadFigure representative={representative} />
      </div>
      <ViewTabs view={asked.view} onView={handleView} />
      <InboxList asked={asked} />
    </>
  )
}

interface ViewTabsProps {
  readonly view: InboxViewName
  readonly onView: (view: unknown) => void
}

function ViewTabs({ view, onView }: ViewTabsProps) {
  const counts = useInboxCounts()
  return (
    <TabList
      className={styles.tabs}
      size="small"
      selectedValue={view}
      onTabSelect={(_, { value }) => onView(value)}
      aria-label="Views of the inbox"
    >
      <ViewTab view="my" label="My" count={counts?.my} />
      <ViewTab view="open" label="Open" count={counts?.open} />
      <ViewTab view="closed" label="Closed" count={counts?.closed} />
    </TabList>
  )
}

interface ViewTabProps {
  readonly view: InboxViewName
  readonly label: string
  readonly count: number | undefined
}

function ViewTab({ view, label, count = 0 }: ViewTabProps) {
  return (
    <Tab value={view}>
      {label} <span className={hidden.hidden}>work items</span>{' '}
      <CounterBadge
        count={count}
        overflowCount={INBOX_COUNT_MAX - 1}
        appearance="filled"
        color={view === 'my' && count > 0 ? 'brand' : 'informative'}
        showZero
        size="small"
      />
    </Tab>
  )
}

function InboxList({ asked }: { readonly asked: InboxAsked }) {
  const list = useInbox(asked)
  const isFiltered = Object.values(asked.filter).some((part) => part !== undefined)
  return (
    <>
      <InboxTools asked={asked} channels={list.channels} />
      <div className={styles.panel} role="tabpanel" aria-label={inboxTitles[asked.view]}>
        {list.isLoading ? (
          <TableSkeleton label="Loading the inbox" />
        ) : list.items.length === 0 ? (
          <EmptyState icon={<MailInboxCheckmarkRegular />} {...(isFiltered ? nothingFits : emptyTexts[asked.view])} />
        ) : (
          <InboxCards view={asked.view} items={list.items} onEnd={list.more} />
        )}
        {list.isCut ? (
          <Text size={200} className={styles.cut}>
            The first {INBOX_ITEMS_MAX} are shown. Another order brings others to the top.
          </Text>
        ) : null}
      </div>
    </>
  )
}
