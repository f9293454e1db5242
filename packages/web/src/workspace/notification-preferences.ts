const STORAGE_KEY = 'unified-routing.offer-sound'
const listeners = new Set<() => void>()

let isOn = window.localStorage.getItem(STORAGE_KEY) !== 'off'

/** Whether this browser makes a sound for offers; the template has to want one, too. */
export const offerSound = {
  getSnapshot: (): boolean => isOn,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  choose(next: boolean): void {
    isOn = next
    window.localStorage.setItem(STORAGE_KEY, next ? 'on' : 'off')
    for (const listener of listeners) listener()
  },
}
