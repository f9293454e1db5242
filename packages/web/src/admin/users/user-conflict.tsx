import { Button, Text } from '@fluentui/react-components'
import { useMemo } from 'react'
import { useConfiguration } from '../../data/use-change-configuration.ts'
import { Section } from '../../ui/section.tsx'
import { ChangeList } from './change-list.tsx'
import { changesOf } from './person-changes.ts'
import { ratingScales } from './skill-words.ts'
import type { UserConflict } from './use-user-form.ts'
import styles from './user-conflict.module.css'

export interface UserConflictSectionProps {
  readonly conflict: UserConflict
  readonly onResolve: (winner: 'theirs' | 'mine') => void
}

/** Somebody else saved the same parts of the person meanwhile: both sides beside each other, and the choice. */
export function UserConflictSection({ conflict: { versions }, onResolve }: UserConflictSectionProps) {
  const { document } = useConfiguration()
  const scales = useMemo(() => ratingScales(document), [document])
  const { base, theirs, mine } = versions
  return (
    <Section
      title="Somebody else changed this user meanwhile"
      lead="Parts that only one of you changed come together by themselves. Choose who is right about the others."
      actions={
        <>
          <Button appearance="primary" onClick={() => onResolve('mine')}>
            Keep mine
          </Button>
          <Button onClick={() => onResolve('theirs')}>Take theirs</Button>
        </>
      }
    >
      <div className={styles.sides}>
        <div>
          <Text weight="semibold">Theirs, saved</Text>
          <ChangeList changes={changesOf(base, theirs, scales)} />
        </div>
        <div>
          <Text weight="semibold">Mine, not saved yet</Text>
          <ChangeList changes={changesOf(base, mine, scales)} />
        </div>
      </div>
    </Section>
  )
}
