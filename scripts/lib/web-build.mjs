import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { packageFile, root, webRoot, widgetRoot } from './paths.mjs'
import { giveUp, say } from './say.mjs'

/** What is built for browsers, and everything that each is made of. */
const builds = [
  {
    name: 'web application',
    directory: webRoot,
    sources: [
      'package-lock.json',
      'packages/web',
      'packages/client',
      'packages/contract',
      'packages/routing/src',
      'packages/widget/src/texts.ts',
      'packages/widget/src/view/colors.ts',
    ],
  },
  { name: 'chat widget', directory: widgetRoot, sources: ['package-lock.json', 'packages/widget'] },
]
const notSources = new Set(['node_modules', 'dist', 'test', 'testing'])

/** Builds the web application and the chat widget, each when a source has changed since its last complete build. */
export function ensureWebBuilt(node) {
  for (const build of builds) ensureBuilt(node, build)
}

function ensureBuilt(node, { name, directory, sources }) {
  const stamp = join(directory, 'dist', '.sources')
  const wanted = hashOf(sources)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say(`Building the ${name} ...`)
  const build = spawnSync(node, [packageFile('vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: directory,
    // Under a test runner NODE_ENV is "test", which would put React's development build into the pages.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  })
  if (build.status !== 0) {
    giveUp(`The ${name} could not be built:\n${build.stdout}${build.stderr}${build.error?.message ?? ''}`)
  }
  writeFileSync(stamp, wanted)
}

function hashOf(sources) {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of filesBelow(join(root, source))) {
      hash
        .update(`${relative(root, file)}\0`)
        .update(readFileSync(file))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

function filesBelow(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !notSources.has(entry.name) && !entry.name.includes('.test.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)]))
}
