import { Button, Text } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import type { WorkItemView } from '@unified-routing/contract'
import { channelText } from '../data/work-item-status.ts'
import { RouterButton } from '../ui/router-links.tsx'
import { ChannelIcon } from './channel-icon.tsx'
import { fillSlugs } from './offer-template.ts'
import styles from './offer-toast.module.css'
import { useBecause } from './use-because.ts'
import { useOfferTemplate } from './use-offer-template.ts'

export interface AssignedToastProps {
  readonly item: WorkItemView
  readonly onDismiss: () => void
}

/** Says that a record is now the viewer's; it cannot be refused, only opened. */
export function AssignedToast({ item, onDismiss }: AssignedToastProps) {
  const because = useBecause(item)
  const template = useOfferTemplate(item)
  return (
    <article className={styles.toast} aria-label={`Assigned to you: ${item.title}`}>
      <div className={styles.head}>
        <ChannelIcon item={item} />
        <Text size={200} weight="semibold" className={styles.kind}>
          {fillSlugs(template.heading, item) || `${channelText(item)} assigned to you`}
        </Text>
        <Button size="small" appearance="subtle" icon={<DismissRegular />} aria-label="Dismiss" onClick={onDismiss} />
      </div>
      <Text weight="semibold">{item.title}</Text>
      {item.customerName ? <Text size={200}>{item.customerName}</Text> : null}
      {because ? (
        <Text size={200} className={styles.because}>
          {because}
        </Text>
      ) : null}
      <div className={styles.actions}>
        <RouterButton appearance="primary" to="/workspace/$id" params={{ id: item.id }} onClick={onDismiss}>
          Open item
        </RouterButton>
      </div>
    </article>
  )
}
