import { Avatar, Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, Text } from '@fluentui/react-components'
import { PersonRegular, SignOutRegular } from '@fluentui/react-icons'
import { MenuItemRouterLink } from '../ui/router-links.tsx'
import hidden from '../ui/visually-hidden.module.css'
import styles from './account-menu.module.css'

export interface AccountMenuProps {
  readonly name: string
  readonly email: string
  readonly roles: readonly string[]
  readonly onSignOut: () => void
}

export function AccountMenu({ name, email, roles, onSignOut }: AccountMenuProps) {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="transparent"
          icon={
            <>
              <Avatar name={name} size={28} color="colorful" aria-hidden="true" />
              <span className={hidden.hidden}>Account of {name}</span>
            </>
          }
        />
      </MenuTrigger>
      <MenuPopover>
        <div className={styles.who}>
          <Text weight="semibold" block>
            {name}
          </Text>
          <Text size={200} block className={styles.detail}>
            {email}
          </Text>
          <Text size={200} block className={styles.detail}>
            {roles.join(', ')}
          </Text>
        </div>
        <MenuList>
          <MenuItemRouterLink icon={<PersonRegular />} to="/account">
            My account
          </MenuItemRouterLink>
          <MenuItem icon={<SignOutRegular />} onClick={onSignOut}>
            Sign out
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
