import { Button, Menu, MenuList, MenuPopover, MenuTrigger, Text, Tooltip } from '@fluentui/react-components'
import {
  BranchForkRegular,
  DataBarVerticalStarRegular,
  DatabaseRegular,
  DataTrendingRegular,
  GridDotsRegular,
  HeadsetRegular,
  SettingsRegular,
} from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import { MenuItemRouterLink } from '../ui/router-links.tsx'
import styles from './app-switcher.module.css'
import type { AppDescription, AppName } from './apps.ts'

const icons: Record<AppName, ReactElement> = {
  records: <DatabaseRegular />,
  workspace: <HeadsetRegular />,
  supervisor: <DataTrendingRegular />,
  diagnostics: <DataBarVerticalStarRegular />,
  admin: <SettingsRegular />,
}

export interface AppSwitcherProps {
  readonly apps: readonly AppDescription[]
  readonly current: AppDescription
}

/** The grid of nine dots: from one application to another. */
export function AppSwitcher({ apps, current }: AppSwitcherProps) {
  return (
    <div className={styles.switcher}>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Tooltip content="Applications" relationship="label">
            <Button appearance="transparent" icon={<GridDotsRegular />} />
          </Tooltip>
        </MenuTrigger>
        <MenuPopover>
          <MenuList className={styles.list}>
            {apps.map((app) => (
              <MenuItemRouterLink key={app.name} icon={icons[app.name]} to={app.path}>
                <Text block weight={app.name === current.name ? 'semibold' : 'regular'}>
                  {app.title}
                </Text>
                <Text block size={200} className={styles.text}>
                  {app.text}
                </Text>
              </MenuItemRouterLink>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      <BranchForkRegular className={styles.mark} aria-hidden="true" />
      <Text weight="semibold" className={styles.title}>
        {current.title}
      </Text>
    </div>
  )
}
