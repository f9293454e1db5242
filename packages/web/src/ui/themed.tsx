import { FluentProvider, webDarkTheme, webLightTheme } from '@fluentui/react-components'
import { type ReactNode, useSyncExternalStore } from 'react'
import { themePreference } from './theme-preference.ts'
import styles from './themed.module.css'

/** Gives every page Fluent's tokens in the chosen theme. */
export function Themed({ children }: { readonly children: ReactNode }) {
  const { effective } = useSyncExternalStore(themePreference.subscribe, themePreference.getSnapshot)
  return (
    <FluentProvider
      className={styles.root}
      theme={effective === 'dark' ? webDarkTheme : webLightTheme}
      data-theme={effective}
    >
      {children}
    </FluentProvider>
  )
}
