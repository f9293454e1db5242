import {
  Button,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
  OverlayDrawer,
} from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'
import { ConfirmDialog } from './confirm-dialog.tsx'
import styles from './side-panel.module.css'

export interface SidePanelProps {
  readonly title: string
  /** Wide: for lists with something beside them. */
  readonly size?: 'narrow' | 'wide'
  /** Closing asks first. */
  readonly isDirty: boolean
  readonly actions: ReactNode
  /** What closing is called: Cancel gives up what was changed. */
  readonly closeLabel?: 'Cancel' | 'Close'
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Something edited beside the page it belongs to. Escape and Cancel give up what was changed, after asking. */
export function SidePanel({
  title,
  size = 'narrow',
  isDirty,
  actions,
  closeLabel = 'Cancel',
  ...props
}: SidePanelProps) {
  const { onClose, children } = props
  const [isAsking, setAsking] = useState(false)
  const close = () => (isDirty ? setAsking(true) : onClose())
  return (
    <OverlayDrawer
      open
      position="end"
      className={size === 'wide' ? styles.wide : styles.narrow}
      aria-label={title}
      onOpenChange={(_, { open }) => (open ? undefined : close())}
    >
      <DrawerHeader>
        <DrawerHeaderTitle>{title}</DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>{children}</DrawerBody>
      <DrawerFooter className={styles.footer}>
        {actions}
        <Button onClick={close}>{closeLabel}</Button>
      </DrawerFooter>
      <ConfirmDialog
        isOpen={isAsking}
        title="Give up what you changed here?"
        confirmLabel="Give up"
        cancelLabel="Stay"
        onConfirm={onClose}
        onCancel={() => setAsking(false)}
      >
        {`The changes in ${title} would be lost.`}
      </ConfirmDialog>
    </OverlayDrawer>
  )
}
