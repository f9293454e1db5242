import { CounterBadge, Subtitle1, Tab, TabList, useArrowNavigationGroup } from '@fluentui/react-components'
import { MailInboxCheckmarkRegular } from '@fluentui/react-icons'
import { getRouteApi } from '@tanstack/react-router'
import { EmptyState } from '../ui/empty-state.tsx'
import { MoreRows } from '../ui/more-rows.tsx'
import { TableSkeleton } from '../ui/table-skeleton.tsx'
import hidden from '../ui/visually-hidden.module.css'
import styles from './inbox.module.css'
import { InboxCard } from './inbox-card.tsx'
import type { InboxView } from './inbox-views.ts'
import { useInbox } from './use-inbox.ts'

const route = getRouteApi('/app/workspace')

const emptyTexts: Record<InboxView, { readonly title: string; readonly text: string }> = {
  my: {
    title: 'Nothing on your desk',
    text: 'Work comes to you while your presence allows it. You can also pick from the open items.',
  },
  open: { title: 'Nothing waits', text: 'Items that wait in your queues are listed here.' },
  closed: { title: 'Nothing closed yet', text: 'What you finish is listed here.' },
}

/** The lists of work items, with their counts. */
export function Inbox() {
  const { view = 'my' } = route.useSearch()
  const navigate = route.useNavigate()
  const lists = { my: useInbox('my'), open: useInbox('open'), closed: useInbox('closed') } as const
  const handleView = (next: unknown) =>
    void navigate({ to: '.', search: next === 'open' || next === 'closed' ? { view: next } : {} })
  return (
    <>
      <Subtitle1 as="h2" className={styles.heading}>
        Inbox
      </Subtitle1>
      <TabList
        className={styles.tabs}
        size="small"
        selectedValue={view}
        onTabSelect={(_, { value }) => handleView(value)}
      >
        <ViewTab view="my" label="My" list={lists.my} />
        <ViewTab view="open" label="Open" list={lists.open} />
        <ViewTab view="closed" label="Closed" list={lists.closed} />
      </TabList>
      <div className={styles.list} role="tabpanel" aria-label={lists[view].title}>
        <Cards view={view} list={lists[view]} />
      </div>
    </>
  )
}

interface ListProps {
  readonly view: InboxView
  readonly list: ReturnType<typeof useInbox>
}

function ViewTab({ view, label, list }: ListProps & { readonly label: string }) {
  const count = list.items.length
  return (
    <Tab value={view}>
      {label} <span className={hidden.hidden}>work items</span>{' '}
      <CounterBadge
        count={count}
        overflowCount={list.hasMore ? count - 1 : 999}
        appearance="filled"
        color={view === 'my' && count > 0 ? 'brand' : 'informative'}
        showZero
        size="small"
      />
    </Tab>
  )
}

function Cards({ view, list }: ListProps) {
  const arrows = useArrowNavigationGroup({ axis: 'vertical', memorizeCurrent: true })
  if (list.isLoading) return <TableSkeleton label="Loading the inbox" />
  if (list.items.length === 0) return <EmptyState icon={<MailInboxCheckmarkRegular />} {...emptyTexts[view]} />
  return (
    <>
      <ul className={styles.cards} aria-label={list.title} {...arrows}>
        {list.items.map((item) => (
          <InboxCard key={item.id} item={item} view={view} />
        ))}
      </ul>
      <MoreRows hasMore={list.hasMore} isLoading={false} onMore={list.more} />
    </>
  )
}
