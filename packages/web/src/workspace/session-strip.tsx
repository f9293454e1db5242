import { useArrowNavigationGroup } from '@fluentui/react-components'
import { HomeRegular } from '@fluentui/react-icons'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useCallback, useEffect } from 'react'
import hidden from '../ui/visually-hidden.module.css'
import styles from './session-strip.module.css'
import { SessionTab } from './session-tab.tsx'
import { useClosing } from './use-closing.tsx'
import { type Sessions, useSessions } from './use-sessions.ts'

/** The open sessions as tabs above the one that is shown. Arrows walk them, Delete closes one, Alt+Shift+arrow moves it;
 * from anywhere Alt+1 to Alt+9 show one, Alt+0 none, Alt+W closes the one that is shown. */
export function SessionStrip() {
  const sessions = useSessions()
  const { ask, question } = useClosing(sessions.close)
  const arrows = useArrowNavigationGroup({ axis: 'horizontal', memorizeCurrent: true })
  useSessionKeys(sessions, ask)
  const { move } = sessions
  const handleKey = useCallback(
    (event: KeyboardEvent, id: string) => {
      if (event.key === 'Delete') ask(id)
      if (event.altKey && event.shiftKey && event.key === 'ArrowLeft') move(id, -1)
      if (event.altKey && event.shiftKey && event.key === 'ArrowRight') move(id, 1)
    },
    [ask, move],
  )
  if (sessions.tabs.length === 0) return null
  return (
    <nav className={styles.strip} aria-label="Sessions" {...arrows}>
      <Link
        className={styles.home}
        to="/workspace"
        search={(before) => before}
        activeOptions={{ exact: true, includeSearch: false }}
        activeProps={{ className: styles.active ?? '' }}
        title="Home (Alt+0)"
      >
        <HomeRegular aria-hidden="true" />
        <span className={hidden.hidden}>Home</span>
      </Link>
      <ul className={styles.tabs}>
        {sessions.tabs.map((id, index) => (
          <SessionTab
            key={id}
            id={id}
            number={index + 1}
            isOpen={id === sessions.openId}
            onClose={ask}
            onGone={sessions.close}
            onKey={handleKey}
          />
        ))}
      </ul>
      {question}
    </nav>
  )
}

function useSessionKeys({ tabs, openId, show }: Sessions, onClose: (id: string) => void): void {
  useEffect(() => {
    const handleKey = (event: globalThis.KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.repeat) return
      // By place on the keyboard: with Alt held, some layouts type another letter.
      const digit = /^Digit(\d)$/.exec(event.code)?.[1]
      const id = digit === undefined ? undefined : tabs[Number(digit) - 1]
      if (digit === '0') show(null)
      else if (id !== undefined) show(id)
      else if (event.code === 'KeyW' && openId !== null) onClose(openId)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', handleKey)
    return () => document.removeEventListener('keydown', handleKey)
  }, [tabs, openId, show, onClose])
}
