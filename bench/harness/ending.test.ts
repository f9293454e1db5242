import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, expect, test } from 'vitest'

const ending = join(import.meta.dirname, 'ending.ts')
const running = new Set<ReturnType<typeof spawn>>()
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})

/** A bench with a folder and two things that run; what each prints, line by line. */
async function start(rest: string) {
  const program = `
    import { stoppedAtEnd, temporaryDirectory, undoAtEnd } from ${JSON.stringify(ending)}
    const { path } = await temporaryDirectory('ending-test')
    undoAtEnd(async () => console.log('first stopped'))
    undoAtEnd(async () => console.log('second stopped'))
    setInterval(() => undefined, 1_000)
    console.log(path)
    ${rest}`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'ignore'] })
  running.add(child)
  const exit = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const folder = String((await lines.next()).value)
  return {
    folder,
    stop: (signal: NodeJS.Signals) => child.kill(signal),
    ended: async () => {
      const said: string[] = []
      for (let line = await lines.next(); line.done !== true; line = await lines.next()) said.push(line.value)
      await exit
      return { code: child.exitCode, said, isFolderThere: existsSync(folder) }
    },
  }
}

test('a bench that is told to stop leaves nothing behind, what came last going first', async () => {
  for (const [signal, code] of [
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const) {
    const bench = await start('')
    expect(existsSync(bench.folder)).toBe(true)
    bench.stop(signal)
    expect(await bench.ended()).toEqual({ code, said: ['second stopped', 'first stopped'], isFolderThere: false })
  }
})

test('so does one that fails', async () => {
  const bench = await start("await Promise.reject(new Error('broken'))")
  expect(await bench.ended()).toEqual({ code: 1, said: ['second stopped', 'first stopped'], isFolderThere: false })
})

test('what is still starting is stopped once it has started', async () => {
  const bench = await start(`
    const { promise, resolve } = Promise.withResolvers()
    void stoppedAtEnd(promise)
    process.once('SIGTERM', () => resolve({ stop: async () => console.log('late stopped') }))
    console.log('starting')`)
  bench.stop('SIGTERM')
  const { said } = await bench.ended()
  expect(said).toEqual(['starting', 'late stopped', 'second stopped', 'first stopped'])
})

test('it is undone once, however often it is asked for', async () => {
  const bench = await start(`
    const undo = undoAtEnd(async () => console.log('third stopped'))
    await undo()
    await undo()
    console.log('undone')`)
  bench.stop('SIGTERM')
  const { said } = await bench.ended()
  expect(said.filter((line) => line === 'third stopped')).toHaveLength(1)
})
