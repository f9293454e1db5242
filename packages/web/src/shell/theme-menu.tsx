import {
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  ToolbarButton,
  Tooltip,
} from '@fluentui/react-components'
import { DesktopRegular, WeatherMoonRegular, WeatherSunnyRegular } from '@fluentui/react-icons'
import { useSyncExternalStore } from 'react'
import { type ThemePreference, themePreference } from '../ui/theme-preference.ts'

const choices: readonly { readonly value: ThemePreference; readonly label: string }[] = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'system', label: 'Same as system' },
]

const icons = {
  light: <WeatherSunnyRegular />,
  dark: <WeatherMoonRegular />,
  system: <DesktopRegular />,
} as const

export function ThemeMenu() {
  const { preference } = useSyncExternalStore(themePreference.subscribe, themePreference.getSnapshot)
  return (
    <Menu
      checkedValues={{ theme: [preference] }}
      onCheckedValueChange={(_, { checkedItems }) => themePreference.choose(themeOf(checkedItems.at(-1)))}
    >
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content="Theme" relationship="label">
          <ToolbarButton icon={icons[preference]} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {choices.map(({ value, label }) => (
            <MenuItemRadio key={value} name="theme" value={value} icon={icons[value]}>
              {label}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

function themeOf(value: string | undefined): ThemePreference {
  return choices.find((choice) => choice.value === value)?.value ?? 'system'
}
