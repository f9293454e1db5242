import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

// A process alone takes a second; on a machine that does much else, many.
vi.setConfig({ testTimeout: 90_000 })

const root = join(import.meta.dirname, '..', '..', '..')
const bin = join(root, 'packages', 'cli', 'bin', 'unified-routing.mjs')

function check(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, 'check', ...args], (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code
      resolve({ code: typeof code === 'number' ? code : -1, stdout, stderr })
    })
  })
}

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unified-routing-check-'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function file(name: string, document: unknown): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, JSON.stringify(document))
  return path
}

const emptyQueue = { version: 1, queues: [{ name: 'Desk', type: 'messaging' }] }
const freeWork = { version: 1, workstreams: [{ name: 'Chat', type: 'messaging', channel: 'liveChat' }] }

test('the demo organization has nothing to find', async () => {
  expect(await check(join(root, 'demo', 'organization.yaml'))).toEqual({
    code: 0,
    stdout: 'No findings.\n',
    stderr: '',
  })
})

test('a warning is told with its place and its remedy, and ends with 1', async () => {
  const { code, stdout } = await check(await file('empty.yaml', emptyQueue))
  expect(code).toBe(1)
  expect(stdout).toContain(
    "! warning at queues[0]: Queue 'Desk' has no members: conversations that reach it are closed.",
  )
  expect(stdout).toContain("    Add members to 'Desk'")
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('0 errors, 2 warnings, 0 suggestions')
})

test('suggestions alone end with 0, and --json is one object', async () => {
  const path = await file('free.yaml', freeWork)
  const { code, stdout } = await check('--json', path)
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toEqual({
    file: path,
    findings: [
      expect.objectContaining({ code: 'workWithoutCost', severity: 'suggestion', path: 'workstreams[0].capacity' }),
    ],
  })
})

test('hours that holidays close for good are found with the calendar', async () => {
  const always = [{ name: 'Closed for good', from: '2020-01-01', to: '2120-01-01' }]
  const hours = [{ days: ['MO'], start: '09:00', end: '17:00' }]
  const { code, stdout } = await check(
    await file('holiday.yaml', { version: 1, operatingHours: [{ name: 'Office', hours, holidays: always }] }),
  )
  expect(stdout).toContain("Operating hours 'Office' never open.")
  expect(code).toBe(1)
})

test('a file that is no valid document ends with 2 and the path of each problem', async () => {
  const path = await file('wrong.yaml', { version: 1, queues: [{ name: 'Desk', type: 'post' }] })
  const { code, stderr } = await check(path)
  expect(stderr).toContain(`${path}: queues[0].type: `)
  expect(code).toBe(2)
  expect((await check(join(folder, 'none.yaml'))).code).toBe(2)
})
