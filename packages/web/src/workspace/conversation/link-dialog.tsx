import { Button, Field, Input, Tab, TabList, Text } from '@fluentui/react-components'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { WorkItemView } from '@unified-routing/contract'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { api } from '../../data/api.ts'
import { may } from '../../data/permissions.ts'
import { rowSearchQuery } from '../../data/queries.ts'
import { useSession } from '../../data/viewer.ts'
import { rowFilterOf } from '../../records/row-filter.ts'
import { rowTitle } from '../../records/table-words.ts'
import { useItemAction } from '../use-item-action.ts'
import { PanelDialogFrame } from './panel-dialog-frame.tsx'
import { PickList } from './pick-list.tsx'

const CASE_TABLE = 'case'

export interface LinkDialogProps {
  readonly item: WorkItemView
  readonly onClose: () => void
}

/** Links the conversation to the case it is about, or to a new one. */
export function LinkDialog({ item, onClose }: LinkDialogProps) {
  const session = useSession()
  const [way, setWay] = useState<'link' | 'create'>('link')
  const mayCreate = may(session, 'editRows')
  const { run, isBusy } = useItemAction()
  const first = useRef<HTMLInputElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each way begins with its first field
  useEffect(() => first.current?.focus(), [way])
  const link = (id: string | null) =>
    run(async () => {
      const linked = await api.conversations.link(item.id, id === null ? null : { table: CASE_TABLE, id })
      onClose()
      return linked
    })
  const create = (title: string) =>
    run(async () => {
      const values = { title, ...(item.customer === null ? {} : { customer: item.customer }) }
      const { row } = await api.rows.create(CASE_TABLE, { values, route: false })
      const linked = await api.conversations.link(item.id, { table: CASE_TABLE, id: row.id })
      onClose()
      return linked
    })
  return (
    <PanelDialogFrame
      title="Case of the conversation"
      onClose={onClose}
      actions={
        item.linkedRecord ? (
          <Button disabledFocusable={isBusy} onClick={() => link(null)}>
            Take the link off
          </Button>
        ) : null
      }
    >
      {mayCreate ? (
        <TabList
          selectedValue={way}
          onTabSelect={(_, { value }) => setWay(value === 'create' ? 'create' : 'link')}
          aria-label="How"
        >
          <Tab value="link">Link to a case</Tab>
          <Tab value="create">Create a case</Tab>
        </TabList>
      ) : null}
      {way === 'link' ? (
        <CaseList ref={first} item={item} onPick={link} />
      ) : (
        <NewCase ref={first} item={item} isBusy={isBusy} onCreate={create} />
      )}
    </PanelDialogFrame>
  )
}

interface CaseListProps {
  readonly ref: RefObject<HTMLInputElement | null>
  readonly item: WorkItemView
  readonly onPick: (id: string) => void
}

/** The customer's own cases come first, until something is typed. */
function CaseList({ ref, item, onPick }: CaseListProps) {
  const [typed, setTyped] = useState('')
  const ofCustomer = typed === '' && item.customer !== null
  const { data = [], isPending } = useQuery({
    ...rowSearchQuery(
      CASE_TABLE,
      rowFilterOf(CASE_TABLE, {
        status: 'all',
        ...(typed === '' ? {} : { q: typed }),
        ...(typed === '' && item.customer !== null ? { where: { customer: item.customer } } : {}),
      }),
    ),
    placeholderData: keepPreviousData,
  })
  const choices = data.map((row) => ({
    key: row.id,
    text: rowTitle(row),
    detail: `${row.id} · ${row.active ? 'Active' : 'Resolved'}`,
  }))
  return (
    <PickList
      ref={ref}
      label="Case"
      choices={choices}
      {...(item.linkedRecord ? { chosen: item.linkedRecord.id } : {})}
      emptyText={
        isPending ? 'Loading' : ofCustomer ? 'The customer has no cases; type to find others.' : 'No case fits.'
      }
      onSearch={setTyped}
      onPick={onPick}
    />
  )
}

interface NewCaseProps {
  readonly ref: RefObject<HTMLInputElement | null>
  readonly item: WorkItemView
  readonly isBusy: boolean
  readonly onCreate: (title: string) => void
}

function NewCase({ ref, item, isBusy, onCreate }: NewCaseProps) {
  const [title, setTitle] = useState('')
  const handleCreate = () => {
    if (title.trim() !== '' && !isBusy) onCreate(title.trim())
  }
  return (
    <>
      <Field label="Title of the case" required>
        <Input
          ref={ref}
          value={title}
          onChange={(_, { value }) => setTitle(value)}
          onKeyDown={({ key }) => (key === 'Enter' ? handleCreate() : undefined)}
        />
      </Field>
      <Text size={200}>
        {item.customerName ? `For ${item.customerName}. ` : ''}It is saved and linked, and not routed to anybody.
      </Text>
      <Button appearance="primary" disabledFocusable={isBusy || title.trim() === ''} onClick={handleCreate}>
        Create and link
      </Button>
    </>
  )
}
