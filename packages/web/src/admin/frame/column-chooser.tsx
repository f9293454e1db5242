import { Button, Menu, MenuItemCheckbox, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { TableSettingsRegular } from '@fluentui/react-icons'
import { isShown } from './listed-rows.ts'
import type { NounColumn } from './noun.ts'

export interface ColumnChooserProps<Row> {
  /** The first one always stays. */
  readonly columns: readonly NounColumn<Row>[]
  /** Keys of the columns that differ from what is shown at first. */
  readonly toggled: readonly string[]
  readonly onToggle: (toggled: readonly string[]) => void
}

/** Which columns a list shows; nothing when there is no choice. */
export function ColumnChooser<Row>({ columns, toggled, onToggle }: ColumnChooserProps<Row>) {
  const choosable = columns.slice(1)
  if (choosable.length < 2) return null
  return (
    <Menu
      checkedValues={{ columns: choosable.filter((column) => isShown(column, toggled)).map(({ key }) => key) }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const differing = choosable.filter(({ key, isExtra }) => checkedItems.includes(key) === (isExtra === true))
        onToggle(differing.map(({ key }) => key))
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<TableSettingsRegular />}>
          Columns
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {choosable.map(({ key, header }) => (
            <MenuItemCheckbox key={key} name="columns" value={key}>
              {header}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
