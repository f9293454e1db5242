import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { settingKinds, type WorkItemView } from '@unified-routing/contract'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { settingsQuery } from '../../data/setting-queries.ts'
import { useFullNames, useSession } from '../../data/viewer.ts'
import { fillSlugs } from './fill-slugs.ts'
import { PickList } from './pick-list.tsx'
import styles from './quick-replies.module.css'

export interface QuickRepliesProps {
  readonly item: WorkItemView
  readonly onPick: (text: string) => void
  readonly onClose: () => void
}

/** Prepared answers to search in, with the names of this conversation in their places. */
export function QuickReplies({ item, onPick, onClose }: QuickRepliesProps) {
  const { data: all = [], isPending } = useQuery(settingsQuery(settingKinds.quickReply))
  const { data: nicknames = [] } = useQuery(settingsQuery(settingKinds.nickname))
  const { representative, account } = useSession()
  const nameOf = useFullNames()
  const search = useRef<HTMLInputElement>(null)
  useEffect(() => search.current?.focus(), [])
  const values = {
    customerName: item.customerName,
    representativeName: representative === null ? account.name : nameOf(representative),
    nickname: nicknames.find(({ value }) => value.representative === representative)?.value.title ?? null,
    context: item.context,
  }
  const choices = all
    .filter(({ value: { workstreams } }) => workstreams.length === 0 || workstreams.includes(item.workstream))
    .map(({ name, value: { title, text, tags, locale } }) => {
      const filled = fillSlugs(text, values)
      return { key: name, text: title, words: `${tags.join(' ')} ${locale} ${filled}`, detail: filled, filled }
    })
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onClose()
  }
  return (
    // Escape closes it from everywhere inside.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div className={styles.panel} onKeyDown={handleKey}>
      <PickList
        ref={search}
        label="Quick replies"
        choices={choices}
        emptyText={
          isPending
            ? 'Loading'
            : choices.length === 0
              ? 'There are no quick replies for this workstream yet; an administrator can add some.'
              : 'No quick reply fits; try another word.'
        }
        onPick={(key) => {
          const picked = choices.find((choice) => choice.key === key)
          if (picked) onPick(picked.filled)
        }}
      />
      <Button size="small" className={styles.close} onClick={onClose}>
        Close quick replies
      </Button>
    </div>
  )
}
