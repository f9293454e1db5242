import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { root } from './paths.mjs'

const isWindows = process.platform === 'win32'

/** Starts a command that is stopped by `stop`, never by the terminal itself: a group of its own takes no Ctrl-C.
 * Otherwise the terminal and npm would both pass on one Ctrl-C, and the command would hear it twice. */
export function startProcess(command, args, options = {}) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: !isWindows,
    ...options,
  })
  const ended = new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
  })
  return { ended, stop: (signal) => child.kill(signal) }
}

const repeatedRequestMs = 1000
const parentPollMs = 250

/** Calls back at a request to stop. The terminal and npm both pass on one Ctrl-C, so a second one at once is the first. */
export function onStopRequest(stop) {
  let lastAt = 0
  const request = (signal) => {
    if (Date.now() - lastAt < repeatedRequestMs) return
    lastAt = Date.now()
    // On Windows the console has told the child already, and `kill` there would not be a request.
    if (!isWindows) stop(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => request(signal === 'SIGHUP' ? 'SIGTERM' : signal))
  }
  onEndOfNpm(() => request('SIGTERM'))
}

/** A SIGTERM to npm ends npm and its shell but is not passed on to us: all we see is that we have another parent. */
function onEndOfNpm(callBack) {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    callBack()
  }, parentPollMs)
  watch.unref()
}

/** Runs a command until it ends by itself or is asked to stop; returns its exit code. */
export async function runToTheEnd(command, args, options) {
  const { ended, stop } = startProcess(command, args, options)
  onStopRequest(stop)
  return ended
}
