import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import styles from './panel-dialog-frame.module.css'

export interface PanelDialogFrameProps {
  readonly title: string
  readonly actions?: ReactNode
  readonly closeLabel?: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A dialog over a conversation. Escape closes it, and the focus goes back to where it was. */
export function PanelDialogFrame({ title, actions, closeLabel = 'Cancel', onClose, children }: PanelDialogFrameProps) {
  return (
    <Dialog open onOpenChange={(_, { open }) => (open ? undefined : onClose())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content}>{children}</DialogContent>
          <DialogActions fluid>
            {actions}
            <Button onClick={onClose}>{closeLabel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
