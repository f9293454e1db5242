import { Menu, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components'
import { ArrowDownRegular, ArrowUpRegular, CopyRegular, DeleteRegular, EditRegular } from '@fluentui/react-icons'

/** The row whose menu is open, and the button it opens from. */
export interface RuleMenuPlace {
  readonly index: number
  readonly target: HTMLElement
}

export interface RuleMenuProps {
  readonly place: RuleMenuPlace | null
  readonly count: number
  readonly onClose: () => void
  readonly onEdit: (index: number) => void
  readonly onCopy: (index: number) => void
  readonly onMove: (from: number, to: number) => void
  readonly onDelete: (index: number) => void
}

/** One menu for all rows: two hundred of them would be slow. */
export function RuleMenu({ place, count, onClose, onEdit, onCopy, onMove, onDelete }: RuleMenuProps) {
  if (place === null) return null
  const { index, target } = place
  return (
    <Menu
      open
      positioning={{ target, position: 'below', align: 'end' }}
      onOpenChange={(_, { open }) => {
        if (open) return
        onClose()
        target.focus()
      }}
    >
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<EditRegular />} onClick={() => onEdit(index)}>
            Edit
          </MenuItem>
          <MenuItem icon={<CopyRegular />} onClick={() => onCopy(index)}>
            Copy
          </MenuItem>
          <MenuItem icon={<ArrowUpRegular />} disabled={index === 0} onClick={() => onMove(index, index - 1)}>
            Move up
          </MenuItem>
          <MenuItem icon={<ArrowDownRegular />} disabled={index === count - 1} onClick={() => onMove(index, index + 1)}>
            Move down
          </MenuItem>
          <MenuItem icon={<DeleteRegular />} onClick={() => onDelete(index)}>
            Delete
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
