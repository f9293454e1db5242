import { useEffect } from 'react'

/** What can be done with a key, wherever the focus is, and what stands in the composer for it. */
export const panelKeys = {
  message: { code: 'KeyM', keys: 'Alt+Shift+M', words: 'Write a message', slash: null },
  note: { code: 'KeyN', keys: 'Alt+Shift+N', words: 'Write an internal note', slash: null },
  quickReplies: { code: 'KeyQ', keys: 'Alt+Shift+Q', words: 'Insert a quick reply', slash: '/q or /1' },
  attach: { code: 'KeyU', keys: 'Alt+Shift+U', words: 'Attach files', slash: null },
  consult: { code: 'KeyC', keys: 'Alt+Shift+C', words: 'Consult a colleague', slash: '/c or /4' },
  transferToRepresentative: {
    code: 'KeyT',
    keys: 'Alt+Shift+T',
    words: 'Transfer to a representative',
    slash: '/t or /2, then Space',
  },
  transferToQueue: { code: 'KeyY', keys: 'Alt+Shift+Y', words: 'Transfer to a queue', slash: '/tq or /3' },
  skills: { code: 'KeyS', keys: 'Alt+Shift+S', words: 'Change the skills', slash: null },
  link: { code: 'KeyL', keys: 'Alt+Shift+L', words: 'Link to a case, or create one', slash: null },
  end: { code: 'KeyE', keys: 'Alt+Shift+E', words: 'End the conversation', slash: null },
  close: { code: 'KeyW', keys: 'Alt+Shift+W', words: 'Close', slash: null },
  keys: { code: 'KeyK', keys: 'Alt+Shift+K', words: 'Show these keys', slash: null },
} as const

export type PanelKey = keyof typeof panelKeys
export type PanelKeyActions = { readonly [Key in PanelKey]?: () => void }

/** Carries out what a key stands for, by its place on the keyboard: with Alt held, some layouts type other letters. */
export function usePanelKeys(actions: PanelKeyActions): void {
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || event.repeat) return
      // A dialog that is open comes first.
      if (document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return
      const found = Object.entries(panelKeys).find(([, { code }]) => code === event.code)
      const action = Object.entries(actions).find(([key]) => key === found?.[0])?.[1]
      if (action === undefined) return
      event.preventDefault()
      action()
    }
    document.addEventListener('keydown', handleKey)
    return () => document.removeEventListener('keydown', handleKey)
  }, [actions])
}
