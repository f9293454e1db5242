import { Toolbar, ToolbarButton, ToolbarDivider } from '@fluentui/react-components'
import {
  ArrowRoutingRegular,
  BuildingRegular,
  CheckmarkCircleRegular,
  SaveRegular,
  SaveSyncRegular,
} from '@fluentui/react-icons'
import type { TableView } from '@unified-routing/contract'
import { useState } from 'react'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { rowWord } from './table-words.ts'
import type { Saving } from './use-row-form.ts'

export interface RowCommandsProps {
  readonly table: TableView
  readonly isBusy: boolean
  readonly onSave: (saving: Saving) => void
  /** Absent: there is nothing to resolve. */
  readonly onResolve?: () => void
  /** Absent: nobody asks where it belongs, or may not change it. */
  readonly onMove?: () => void
  /** In the workspace a record is open beside the inbox: there is nothing to close. */
  readonly isInWorkspace?: boolean
}

/** Save, Save & Close, Save & Route, Resolve: the command bar of a row. */
export function RowCommands({ table, isBusy, onSave, onResolve, onMove, isInWorkspace = false }: RowCommandsProps) {
  const [asking, setAsking] = useState<'route' | 'resolve' | null>(null)
  const word = rowWord(table.name)
  const handleConfirm = () => {
    setAsking(null)
    if (asking === 'resolve') onResolve?.()
    else onSave('saveAndRoute')
  }
  return (
    <Toolbar aria-label="Commands">
      <ToolbarButton icon={<SaveRegular />} disabledFocusable={isBusy} onClick={() => onSave('save')}>
        Save
      </ToolbarButton>
      {isInWorkspace ? null : (
        <ToolbarButton icon={<SaveSyncRegular />} disabledFocusable={isBusy} onClick={() => onSave('saveAndClose')}>
          Save & Close
        </ToolbarButton>
      )}
      {table.queueEnabled ? (
        <ToolbarButton
          appearance="primary"
          icon={<ArrowRoutingRegular />}
          disabledFocusable={isBusy}
          onClick={() => setAsking('route')}
        >
          Save & Route
        </ToolbarButton>
      ) : null}
      {onResolve ? (
        <>
          <ToolbarDivider />
          <ToolbarButton
            icon={<CheckmarkCircleRegular />}
            disabledFocusable={isBusy}
            onClick={() => setAsking('resolve')}
          >
            Resolve {word}
          </ToolbarButton>
        </>
      ) : null}
      {onMove ? (
        <ToolbarButton icon={<BuildingRegular />} disabledFocusable={isBusy} onClick={onMove}>
          Business unit
        </ToolbarButton>
      ) : null}
      <ConfirmDialog
        isOpen={asking !== null}
        title={asking === 'resolve' ? `Resolve this ${word}?` : `Route this ${word}?`}
        confirmLabel={asking === 'resolve' ? 'Resolve' : 'Route'}
        onConfirm={handleConfirm}
        onCancel={() => setAsking(null)}
      >
        {asking === 'resolve'
          ? `Its work item is closed and whoever works on it gets the capacity back.`
          : `The ${word} is saved and goes through the active routing rules. If it is in a queue or with somebody, it leaves them and is routed again.`}
      </ConfirmDialog>
    </Toolbar>
  )
}
