import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { giveUp, say } from './say.mjs'

const commands = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const applications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]
const howToProvide = 'Install Chromium or Chrome, or set UR_CHROMIUM to its executable, and run `npm test` again.'

/** Returns the browser of the end-to-end tests; on Debian and its kin it is installed when missing. */
export function ensureChromium() {
  const present = findChromium()
  if (present !== null) return present
  const prefix = asRoot()
  if (!isCommand('apt-get') || prefix === null) {
    return giveUp(`The end-to-end tests need Chromium, and it cannot be installed from here. ${howToProvide}`)
  }
  say('Installing Chromium for the end-to-end tests (once, with apt-get) ...')
  const apt = (...args) =>
    spawnSync([...prefix, 'apt-get', '-qq', ...args].join(' '), { shell: true, stdio: 'inherit' })
  apt('update')
  apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation')
  return findChromium() ?? giveUp(`apt-get could not install Chromium (see above). ${howToProvide}`)
}

function findChromium() {
  const asked = process.env.UR_CHROMIUM
  if (asked) return existsSync(asked) ? asked : giveUp(`UR_CHROMIUM is ${asked}, which does not exist. ${howToProvide}`)
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)))
  return [...onPath, ...applications].find((path) => existsSync(path)) ?? null
}

/** What must stand before a command for it to run as root; null: there is no way without a password. */
function asRoot() {
  if (process.getuid?.() === 0) return ['DEBIAN_FRONTEND=noninteractive']
  const isAllowed = isCommand('sudo') && spawnSync('sudo', ['-n', 'true']).status === 0
  return isAllowed ? ['sudo', '-n', 'DEBIAN_FRONTEND=noninteractive'] : null
}

function isCommand(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)))
}
