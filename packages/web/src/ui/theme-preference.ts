export type ThemePreference = 'light' | 'dark' | 'system'

export interface ThemeState {
  readonly preference: ThemePreference
  readonly effective: 'light' | 'dark'
}

const STORAGE_KEY = 'unified-routing.theme'
const darkQuery = window.matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

let state = resolve(readStored())

darkQuery.addEventListener('change', () => change(state.preference))

/** The choice of this browser between light, dark and what the system says, kept over reloads. */
export const themePreference = {
  getSnapshot: (): ThemeState => state,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  choose(preference: ThemePreference): void {
    window.localStorage.setItem(STORAGE_KEY, preference)
    change(preference)
  },
}

function change(preference: ThemePreference): void {
  state = resolve(preference)
  for (const listener of listeners) listener()
}

function resolve(preference: ThemePreference): ThemeState {
  if (preference !== 'system') return { preference, effective: preference }
  return { preference, effective: darkQuery.matches ? 'dark' : 'light' }
}

function readStored(): ThemePreference {
  const stored = window.localStorage.getItem(STORAGE_KEY)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}
