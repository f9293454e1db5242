import { type FSWatcher, watch } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { UserError } from '../command.ts'

/** An editor saves in several steps; they are one change. */
const DEBOUNCE_MS = 150

/** Calls back at once, and whenever one of the files has been saved, until somebody presses Ctrl-C.
 *
 * What is saved together, or during a call, is one more call. The folders are watched, not the files: many editors put a
 * new file in the place of the old one. */
export async function watchFiles(files: readonly string[], onSaved: () => Promise<void>): Promise<void> {
  const ending = Promise.withResolvers<void>()
  process.once('SIGINT', () => ending.resolve()).once('SIGTERM', () => ending.resolve())
  let isRunning = false
  let isDue = false
  const run = async () => {
    isDue = true
    if (isRunning) return
    isRunning = true
    while (isDue) {
      isDue = false
      await onSaved()
    }
    isRunning = false
  }
  let timer: NodeJS.Timeout | undefined
  // Watching begins before the first call, so that no save is missed.
  const watchers = watchFolders(files, () => {
    clearTimeout(timer)
    timer = setTimeout(() => run().catch(ending.reject), DEBOUNCE_MS)
  })
  try {
    await run()
    await ending.promise
  } finally {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}

function watchFolders(files: readonly string[], onChange: () => void): readonly FSWatcher[] {
  const folders = Map.groupBy(
    files.map((file) => resolve(file)),
    (file) => dirname(file),
  )
  return [...folders].map(([folder, paths]) => {
    const names = new Set(paths.map((path) => basename(path)))
    try {
      return watch(folder, (_event, name) => {
        if (name === null || names.has(name)) onChange()
      })
    } catch {
      throw new UserError(`${folder}: there is no such folder to watch.`)
    }
  })
}
