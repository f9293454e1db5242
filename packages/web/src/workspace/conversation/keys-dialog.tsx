import { Table, TableBody, TableCell, TableHeader, TableHeaderCell, TableRow } from '@fluentui/react-components'
import { PanelDialogFrame } from './panel-dialog-frame.tsx'
import { panelKeys } from './panel-keys.ts'

/** The keys of the conversation, and what can be typed instead. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <PanelDialogFrame title="Keys of the conversation" closeLabel="Close" onClose={onClose}>
      <Table size="small" aria-label="Keys of the conversation">
        <TableHeader>
          <TableRow>
            <TableHeaderCell>What</TableHeaderCell>
            <TableHeaderCell>Key</TableHeaderCell>
            <TableHeaderCell>In the message</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {Object.values(panelKeys).map(({ words, keys, slash }) => (
            <TableRow key={words}>
              <TableCell>{words}</TableCell>
              <TableCell>{keys}</TableCell>
              <TableCell>{slash ?? '–'}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </PanelDialogFrame>
  )
}
