// `npm run dev`: the server, restarted when its sources change, and the pages, replaced in the browser as they change.
// What follows `--` goes to the server, for example: npm run dev -- --port 9000 --empty
import { requireNode } from './lib/require-node.mjs'

requireNode()
const { ensureInstalled } = await import('./lib/installation.mjs')
const { packageFile, unifiedRoutingBin, webRoot } = await import('./lib/paths.mjs')
const { onStopRequest, startProcess } = await import('./lib/process.mjs')
const { say } = await import('./lib/say.mjs')

const { node } = ensureInstalled()
const serverArgs = process.argv.slice(2)
const port = argument('--port') ?? process.env.PORT ?? '8080'
const api = `http://${argument('--host') ?? process.env.UR_HOST ?? '127.0.0.1'}:${port}`

const server = startProcess(node, ['--watch', '--watch-preserve-output', unifiedRoutingBin, 'start', ...serverArgs])
const pages = startProcess(node, [packageFile('vite', 'bin', 'vite.js')], {
  cwd: webRoot,
  env: { ...process.env, UR_API: api },
})
say(`Server at ${api}, pages with live replacement at the address that Vite prints. Ctrl-C stops both.`)

let isStopping = false
const stopBoth = (signal) => {
  // The server takes a second signal for impatience and leaves at once.
  if (isStopping) return
  isStopping = true
  server.stop(signal)
  pages.stop(signal)
}
onStopRequest(stopBoth)
// One without the other is of no use.
server.ended.then(() => stopBoth('SIGTERM'))
pages.ended.then(() => stopBoth('SIGTERM'))
const [code] = await Promise.all([server.ended, pages.ended])
process.exitCode = code

function argument(flag) {
  const at = serverArgs.findIndex((arg) => arg === flag || arg.startsWith(`${flag}=`))
  if (at === -1) return undefined
  return serverArgs[at].includes('=') ? serverArgs[at].slice(flag.length + 1) : serverArgs[at + 1]
}
