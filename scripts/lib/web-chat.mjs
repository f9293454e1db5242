import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { nodeModules } from './paths.mjs'
import { giveUp, say } from './say.mjs'

const version = '4.18.1'
const integrity = 'sha512-7jpEUJ7olT62Xm+8eh7BhhIcXVfU2xD4pZDaeBt8K4XcNy6K/83UGIxE9BFkXmHMZ4hDEVOzs5cre07GWuaXzg=='
const bundle = 'webchat-minimal.js'
const cache = join(nodeModules, '.cache', 'web-chat')
const isWindows = process.platform === 'win32'

/** Path of the bundle of Bot Framework Web Chat as published, which the end-to-end tests put against our server.
 *
 * It is no dependency, because everything it asks for is half a gigabyte, and the bundle itself needs none of it. */
export function ensureWebChat() {
  const kept = join(cache, `${version}-${bundle}`)
  if (existsSync(kept)) return kept
  say('Fetching Bot Framework Web Chat for the end-to-end tests (once, 7 MB) ...')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'fetch-'))
  try {
    run('npm', ['pack', `botframework-webchat@${version}`, '--loglevel=error', '--pack-destination', folder], folder)
    const [file] = readdirSync(folder)
    const found = createHash('sha512')
      .update(readFileSync(join(folder, file)))
      .digest('base64')
    if (`sha512-${found}` !== integrity) giveUp(`Web Chat ${version} is not what it was: its checksum differs.`)
    run('tar', ['-xzf', file, `package/dist/${bundle}`], folder)
    renameSync(join(folder, 'package', 'dist', bundle), kept)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return kept
}

function run(command, args, cwd) {
  const result = spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'], shell: isWindows })
  if (result.status !== 0) {
    giveUp(`Web Chat could not be fetched (${command}). Check that the npm registry can be reached, then try again.`)
  }
}
