import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { UserError } from '../command.ts'
import { simulate } from '../commands/simulate.ts'

const root = join(import.meta.dirname, '..', '..', '..', '..')
const main = join(root, 'packages', 'cli', 'src', 'main.ts')
const node = join(root, 'node_modules', 'node', 'bin', 'node')
/** A process alone takes a second; on a machine that does much else, many. */
const PROCESS_TIME_MAX_MS = 90_000
const hostile = `<img src=x onerror=alert(1)> "&' </script>`

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unified-routing-report-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function scenario(expected: 'Offline' | 'Available') {
  return {
    scenario: hostile,
    start: '2026-03-02T09:00:00Z',
    configuration: {
      version: 1,
      representatives: [{ name: hostile }],
      queues: [{ name: hostile, type: 'messaging', members: [hostile] }],
      workstreams: [
        {
          name: 'Chat',
          type: 'messaging',
          channel: 'liveChat',
          capacity: { units: 100 },
          fallbackQueue: hostile,
          wrapUp: 'dontBlock',
        },
      ],
    },
    steps: [
      { signIn: { representative: hostile } },
      { generate: { id: 'chat', count: 50, workstream: 'Chat', ratePerMinute: 1, handling: '1m' } },
      { at: '11:00', expect: { representative: hostile, presence: expected } },
    ],
  }
}

async function file(name: string, content: unknown): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, JSON.stringify(content))
  return path
}

/** Runs the command in this process, its output left aside. */
async function runQuietly(...args: readonly string[]): Promise<number> {
  const spies = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write').mockReturnValue(true))
  try {
    return await simulate.run(args)
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

test('a report is one page with all figures, the same to the byte, whatever the names in it', async () => {
  const path = await file('hostile.yaml', scenario('Available'))
  const [first, second] = [join(folder, 'first.html'), join(folder, 'second.html')]
  expect(await runQuietly('--report', first, '--threshold', '2m', path)).toBe(0)
  expect(await runQuietly('--json', '--report', second, '--threshold', '2m', path)).toBe(0)
  const page = await readFile(first, 'utf8')
  expect(await readFile(second, 'utf8')).toBe(page)
  expect(page).not.toMatch(/<img|<script|<\/script|onerror=alert\(1\)>|(src|href)="(?!#)|url\(/)
  for (const text of [
    'Within 2 min',
    'Waits by queue',
    'Occupancy by representative',
    'Unevenness',
    'Arrivals',
    'as a table',
  ])
    expect(page).toContain(text)
  expect(page.match(/<svg class="chart"/g)).toHaveLength(5)
  expect(page.match(/<svg class="chart"[^>]*role="img" aria-labelledby="/g)).toHaveLength(5)
  expect(page).not.toMatch(/NaN|undefined|Infinity/)
})

test('a report that cannot be written, or would write over its scenario, is an error for the user', async () => {
  const path = await file('kept.yaml', scenario('Available'))
  const refused = (message: string) =>
    expect.objectContaining({ name: UserError.name, message: expect.stringContaining(message) })
  const nowhere = join(folder, 'none', 'report.html')
  await expect(runQuietly('--report', nowhere, path)).rejects.toEqual(refused('the report cannot be written'))
  await expect(runQuietly('--report', path, path)).rejects.toEqual(refused('would write over the scenario file'))
  expect(await readFile(path, 'utf8')).toContain('"steps"')
})

test(
  'with --watch a file is run again when it has been saved, also by replacing it, until Ctrl-C',
  async () => {
    const path = await file('watched.yaml', scenario('Available'))
    const child = spawn(node, [main, 'simulate', '--watch', path], { stdio: ['ignore', 'pipe', 'pipe'] })
    const heard = output(child)
    try {
      await heard.until('1 passed, 0 failed\nWaiting for the next save')
      await writeFile(path, JSON.stringify(scenario('Offline')))
      await heard.until('0 passed, 1 failed\nWaiting for the next save')
      await rename(await file('watched.yaml.new', { scenario: 'unfinished' }), path)
      await heard.until('watched.yaml: start: ')
      const ended = once(child, 'exit')
      child.kill('SIGINT')
      expect(await ended).toEqual([2, null])
    } finally {
      child.kill('SIGKILL')
    }
  },
  PROCESS_TIME_MAX_MS,
)

/** What a process has written so far, and a promise of more. */
function output(child: ChildProcess) {
  let text = ''
  let notify: (() => void) | undefined
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      text += chunk
      notify?.()
    })
  return {
    until: async (part: string) => {
      while (!text.includes(part))
        await new Promise<void>((resolve) => {
          notify = resolve
        })
    },
  }
}
