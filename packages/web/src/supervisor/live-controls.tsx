import { Button, Text } from '@fluentui/react-components'
import { PauseRegular, PlayRegular } from '@fluentui/react-icons'
import { clockText } from '../ui/time-text.ts'
import styles from './figures.module.css'

export interface PauseControlProps {
  readonly pausedAt: number | null
  readonly onToggle: () => void
}

/** Holds the page, and says since when it stands still. */
export function PauseControl({ pausedAt, onToggle }: PauseControlProps) {
  const isPaused = pausedAt !== null
  return (
    <>
      <Button appearance="subtle" icon={isPaused ? <PlayRegular /> : <PauseRegular />} onClick={onToggle}>
        {isPaused ? 'Resume updates' : 'Pause updates'}
      </Button>
      <Text size={200} className={styles.quiet} role="status">
        {isPaused ? `Paused at ${clockText(pausedAt)}; what has happened since is not shown.` : ''}
      </Text>
    </>
  )
}
