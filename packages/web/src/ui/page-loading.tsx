import { Skeleton, SkeletonItem } from '@fluentui/react-components'
import styles from './page-loading.module.css'
import { TableSkeleton } from './table-skeleton.tsx'

/** Holds the layout of a page while its data comes. */
export function PageLoading() {
  return (
    <div className={styles.page}>
      <Skeleton aria-label="Loading the page">
        <SkeletonItem size={32} className={styles.title} />
      </Skeleton>
      <TableSkeleton label="Loading" />
    </div>
  )
}
