import { Text, Title2 } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import styles from './sign-in-page.module.css'

/** The frame of the pages that somebody sees who is not signed in. */
export function SignInCard({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <main className={styles.page}>
      <title>{`${title} - Unified Routing`}</title>
      <div className={styles.card}>
        <div className={styles.brand}>
          <img className={styles.mark} src="/icon.svg" alt="" />
          <Text weight="semibold">Unified Routing</Text>
        </div>
        <Title2 as="h1">{title}</Title2>
        {children}
      </div>
    </main>
  )
}
