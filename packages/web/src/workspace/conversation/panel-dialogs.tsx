import type { WorkItemView } from '@unified-routing/contract'
import { CloseDialog } from './close-dialog.tsx'
import { ConsultDialog } from './consult-dialog.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { LeaveDialog } from './leave-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { showPanelDialog, usePanelDialog } from './panel-dialog.ts'
import { SkillsDialog } from './skills-dialog.tsx'
import { TransferDialog } from './transfer-dialog.tsx'

/** Whatever is open over the item. Each begins anew when it is opened. */
export function PanelDialogs({ item }: { readonly item: WorkItemView }) {
  const dialog = usePanelDialog(item.id)
  const common = { item, onClose: () => showPanelDialog(null) }
  switch (dialog) {
    case 'transferToQueue':
      return <TransferDialog {...common} first="queue" />
    case 'transferToRepresentative':
      return <TransferDialog {...common} first="representative" />
    case 'consult':
      return <ConsultDialog {...common} />
    case 'skills':
      return <SkillsDialog {...common} />
    case 'link':
      return <LinkDialog {...common} />
    case 'close':
      return <CloseDialog {...common} />
    case 'leave':
      return <LeaveDialog {...common} />
    case 'keys':
      return <KeysDialog onClose={common.onClose} />
    case null:
      return null
  }
}
