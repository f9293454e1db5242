// `npm start`: from a fresh clone to a running server. Uses nothing but Node itself, because it runs before the
// installation; from then on everything runs on the Node 24 that the installation brings.
import { requireNode } from './lib/require-node.mjs'

requireNode()
const { ensureInstalled } = await import('./lib/installation.mjs')
const { ensureWebBuilt } = await import('./lib/web-build.mjs')
const { runToTheEnd } = await import('./lib/process.mjs')
const { compileCache, unifiedRoutingBin } = await import('./lib/paths.mjs')

const { node } = ensureInstalled()
ensureWebBuilt(node)
// Node keeps what it compiled, which halves the work of the next start.
const env = { NODE_COMPILE_CACHE: compileCache, ...process.env }
process.exitCode = await runToTheEnd(node, [unifiedRoutingBin, 'start', ...process.argv.slice(2)], { env })
