import Bowser from 'bowser'

/** "Chrome on Windows": a browser as people know it. */
export function deviceText(userAgent: string | null): string {
  if (userAgent === null || userAgent === '') return 'Unknown browser'
  const { browser, os } = Bowser.parse(userAgent)
  const name = browser.name ?? userAgent.slice(0, NAME_LENGTH_MAX)
  return os.name === undefined ? name : `${name} on ${os.name}`
}

const NAME_LENGTH_MAX = 40
