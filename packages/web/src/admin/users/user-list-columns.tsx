import { Button, Menu, MenuItemCheckbox, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { TableSettingsRegular } from '@fluentui/react-icons'
import { getRouteApi } from '@tanstack/react-router'
import { isShown } from '../frame/listed-rows.ts'
import type { NounColumn } from '../frame/noun.ts'
import type { UserRow } from './user-list.ts'

const route = getRouteApi('/app/admin/users')

/** Which columns the list shows; the address keeps what differs from the usual ones. */
export function UserListColumns({ columns }: { readonly columns: readonly NounColumn<UserRow>[] }) {
  const { columns: toggled = [] } = route.useSearch()
  const navigate = route.useNavigate()
  const choosable = columns.slice(1)
  const handleChange = (checked: readonly string[]) => {
    const keys = choosable
      .filter(({ key, isExtra }) => checked.includes(key) === (isExtra === true))
      .map(({ key }) => key)
    void navigate({
      replace: true,
      search: ({ columns: _, ...rest }) => (keys.length === 0 ? rest : { ...rest, columns: keys }),
    })
  }
  return (
    <Menu
      checkedValues={{ columns: choosable.filter((column) => isShown(column, toggled)).map(({ key }) => key) }}
      onCheckedValueChange={(_, { checkedItems }) => handleChange(checkedItems)}
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
