import { Button, Spinner } from '@fluentui/react-components'
import styles from './more-rows.module.css'

export interface MoreRowsProps {
  readonly hasMore: boolean
  readonly isLoading: boolean
  readonly onMore: () => void
}

/** The foot of a list that is not wholly shown. */
export function MoreRows({ hasMore, isLoading, onMore }: MoreRowsProps) {
  if (!hasMore) return null
  return (
    <div className={styles.foot}>
      <Button disabledFocusable={isLoading} onClick={onMore}>
        {isLoading ? <Spinner size="tiny" label="Loading" /> : 'Show more'}
      </Button>
    </div>
  )
}
