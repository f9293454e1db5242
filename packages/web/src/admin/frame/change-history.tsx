import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  OverlayDrawer,
  Text,
} from '@fluentui/react-components'
import { DismissRegular, HistoryRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import type { AuditEntryView } from '@unified-routing/contract'
import { useState } from 'react'
import { failureText } from '../../data/failure-text.ts'
import { may } from '../../data/permissions.ts'
import { useSession } from '../../data/viewer.ts'
import { ProblemBar } from '../../ui/problem-bar.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { TableSkeleton } from '../../ui/table-skeleton.tsx'
import styles from './change-history.module.css'
import { changeQuery, changesQuery, SHOWN_MAX } from './change-queries.ts'
import { valueWords } from './merge-rows.ts'
import { placeWords } from './place-words.ts'

export interface ChangeHistoryProps {
  /** A list of the document, or `organization`. */
  readonly list: string
  /** Null: the whole list is one thing. */
  readonly name: string | null
  readonly labels: Readonly<Record<string, string>>
}

/** A button that opens who changed this, when, and what it was before. Only for those who may read the audit log. */
export function ChangeHistory(props: ChangeHistoryProps) {
  const [isOpen, setOpen] = useState(false)
  if (!may(useSession(), 'seeAudit')) return null
  return (
    <>
      <Button appearance="subtle" icon={<HistoryRegular />} onClick={() => setOpen(true)}>
        Change history
      </Button>
      <OverlayDrawer position="end" size="medium" open={isOpen} onOpenChange={(_, { open }) => setOpen(open)}>
        <DrawerHeader>
          <DrawerHeaderTitle
            action={
              <Button
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label="Close the change history"
                onClick={() => setOpen(false)}
              />
            }
          >
            Change history
          </DrawerHeaderTitle>
        </DrawerHeader>
        <DrawerBody>{isOpen ? <Changes {...props} /> : null}</DrawerBody>
      </OverlayDrawer>
    </>
  )
}

function Changes(props: ChangeHistoryProps) {
  const { data, error } = useQuery(changesQuery(props.list, props.name))
  if (error) return <ProblemBar title="Not known" text={failureText(error)} />
  if (!data) return <TableSkeleton label="Loading the changes" />
  if (data.items.length === 0) return <Text>Nobody has changed it since it was first set up.</Text>
  return (
    <>
      <Accordion collapsible multiple>
        {data.items.map((entry) => (
          <Change key={entry.id} entry={entry} {...props} />
        ))}
      </Accordion>
      {data.nextCursor === null ? null : <Text>The last {SHOWN_MAX} are shown; the audit log has all.</Text>}
    </>
  )
}

function Change({ entry, ...props }: ChangeHistoryProps & { readonly entry: AuditEntryView }) {
  return (
    <AccordionItem value={entry.id}>
      <AccordionHeader>
        <span className={styles.entry}>
          <span>{entry.summary}</span>
          <Text size={200} className={styles.quiet}>
            {entry.by.name}, <RelativeTime at={entry.at} />
          </Text>
        </span>
      </AccordionHeader>
      <AccordionPanel>
        <Differences id={entry.id} {...props} />
      </AccordionPanel>
    </AccordionItem>
  )
}

/** Read when the entry is opened. */
function Differences({ id, list, name, labels }: ChangeHistoryProps & { readonly id: string }) {
  const { data, error } = useQuery(changeQuery(id))
  if (error) return <ProblemBar title="Not known" text={failureText(error)} />
  if (!data) return <TableSkeleton label="Loading what changed" />
  const own = data.difference.filter((row) => row.list === list && (name === null || row.name === name))
  const fields = own.flatMap((row) => row.fields)
  if (fields.length === 0) return <Text>Nothing of it is on record.</Text>
  return (
    <dl className={styles.fields}>
      {fields.map(({ path, before, after }) => (
        <div key={path} className={styles.field}>
          <dt className={styles.name}>{placeWords(path, labels)}</dt>
          <dd className={styles.value}>
            <del className={styles.before}>{valueWords(before)}</del>
            <ins className={styles.after}>{valueWords(after)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}
