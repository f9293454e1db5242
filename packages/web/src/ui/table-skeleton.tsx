import { Skeleton, SkeletonItem } from '@fluentui/react-components'
import styles from './table-skeleton.module.css'

const LINES = Array.from({ length: 8 }, (_, index) => index)

/** Holds the place of a list while it loads, so that nothing jumps when it comes. */
export function TableSkeleton({ label }: { readonly label: string }) {
  return (
    <Skeleton aria-label={label} className={styles.frame}>
      {LINES.map((line) => (
        <div key={line} className={styles.line}>
          <SkeletonItem size={16} />
          <SkeletonItem size={16} />
          <SkeletonItem size={16} />
          <SkeletonItem size={16} />
        </div>
      ))}
    </Skeleton>
  )
}
