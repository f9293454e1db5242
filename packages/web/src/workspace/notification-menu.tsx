import {
  Button,
  Menu,
  MenuItem,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
} from '@fluentui/react-components'
import { AlertOffRegular, AlertRegular } from '@fluentui/react-icons'
import { useState, useSyncExternalStore } from 'react'
import { desktopPermission } from './desktop-notification.ts'
import { offerSound } from './notification-preferences.ts'
import styles from './presence-control.module.css'
import { ring } from './ring.ts'

const desktopTexts: Readonly<Record<ReturnType<typeof desktopPermission>, string>> = {
  granted: 'Desktop notifications are allowed in this browser.',
  denied: 'Desktop notifications are blocked. The settings of this site in your browser allow them again.',
  default: 'Desktop notifications need your permission once.',
  missing: 'Desktop notifications need a secure connection (https) and a browser that has them.',
}

/** How this browser announces offers, as far as it is for each person to say. */
export function NotificationMenu() {
  const hasSound = useSyncExternalStore(offerSound.subscribe, offerSound.getSnapshot)
  const [permission, setPermission] = useState(desktopPermission)
  const handleSound = (isOn: boolean) => {
    offerSound.choose(isOn)
    if (isOn) void ring()
  }
  return (
    <Menu
      checkedValues={{ how: hasSound ? ['sound'] : [] }}
      onCheckedValueChange={(_, { checkedItems }) => handleSound(checkedItems.includes('sound'))}
      onOpenChange={() => setPermission(desktopPermission())}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={hasSound ? <AlertRegular /> : <AlertOffRegular />}
          aria-label={hasSound ? 'Notifications' : 'Notifications, without sound'}
          title="Notifications"
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItemCheckbox name="how" value="sound">
            Sound for offers
          </MenuItemCheckbox>
          {permission === 'default' ? (
            <MenuItem onClick={() => void Notification.requestPermission().then(setPermission)}>
              Allow desktop notifications
            </MenuItem>
          ) : null}
        </MenuList>
        <Text size={200} block className={styles.setBy}>
          {desktopTexts[permission]}
        </Text>
      </MenuPopover>
    </Menu>
  )
}
