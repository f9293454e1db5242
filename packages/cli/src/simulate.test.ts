import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..', '..')
const bin = join(root, 'packages', 'cli', 'bin', 'unified-routing.mjs')
const scenario = join(root, 'packages', 'routing', 'scenarios', 'offer-answered-too-late.yaml')

interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

function unifiedRouting(...args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, ...args], { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code
      resolve({ code: typeof code === 'number' ? code : -1, stdout, stderr })
    })
  })
}

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unified-routing-simulate-'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function file(name: string, text: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

test('one file shows its timeline and ends with 0', async () => {
  const { code, stdout } = await unifiedRouting('simulate', scenario)
  expect(code).toBe(0)
  expect(stdout).toContain('08:10:30     > accept: item tiles, representative dilnoza (to be refused)')
  expect(stdout).toContain('tiles offered to eskil')
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('1 passed, 0 failed')
})

test('the example of docs/simulator.md passes', async () => {
  const guide = await readFile(join(root, 'docs', 'simulator.md'), 'utf8')
  const example = /```yaml\n([\s\S]*?)```/.exec(guide)?.[1] ?? ''
  const { code, stdout } = await unifiedRouting('simulate', await file('example.yaml', example))
  expect(stdout).toContain('✓ Passed')
  expect(code).toBe(0)
})

test('with --json each file is one line, the same to the byte every time', async () => {
  const first = await unifiedRouting('simulate', '--json', scenario, scenario)
  const second = await unifiedRouting('simulate', '--json', scenario, scenario)
  expect(second.stdout).toBe(first.stdout)
  const results: readonly unknown[] = first.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(results).toHaveLength(2)
  expect(results[0]).toMatchObject({
    scenario: 'An answer at the very end of the offer comes too late',
    passed: true,
    failures: [],
    timeline: expect.arrayContaining([
      expect.objectContaining({ type: 'workItem.declined', at: '2026-04-13T08:10:30Z' }),
    ]),
  })
})

test('a suite with a wrong expectation ends with 1 and says what was found instead', async () => {
  const wrong = (await readFile(scenario, 'utf8')).replace('units: 60 }', 'units: 61 }')
  const { code, stdout, stderr } = await unifiedRouting('simulate', await file('wrong.yaml', wrong), scenario)
  expect(code).toBe(1)
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('1 passed, 1 failed')
  expect(stderr).toContain(
    'expected {"representative":"eskil","units":61}, found {"representative":"eskil","units":60}',
  )
})

describe('a file that cannot be run ends with 2 and a reason', () => {
  const nested = `${'{ not: '.repeat(500)}{ all: [] }${' }'.repeat(500)}`
  const repeated = [
    'a: &a [x, x, x, x, x]',
    ...'bcdefghijk'
      .split('')
      .map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[at]}`).join(', ')}]`),
  ]
  test.each([
    ['twice.yaml', 'scenario: A\nscenario: B\n', 'Map keys must be unique at line 2, column 1'],
    ['unknown.yaml', 'scenario: A\nstarts: noon\n', 'starts: unknown key'],
    ['deep.yaml', `scenario: ${nested}\n`, 'is nested deeper than 100 levels'],
    ['self.yaml', 'scenario: &a [*a]\n', 'an alias in it refers to itself'],
    ['repeated.yaml', `${repeated.join('\n')}\n`, 'Excessive alias count'],
    ['binary.yaml', new Uint8Array([0xff, 0xfe, 0x00]), 'is not a text in UTF-8'],
    ['tag.yaml', 'scenario: !!js/function "x"\n', 'Unresolved tag'],
    ['empty.yaml', '', 'expected an object with scenario, start, configuration and steps'],
  ])('%s', async (name, text, reason) => {
    const path = await file(name, text)
    const { code, stdout, stderr } = await unifiedRouting('simulate', path)
    expect(stderr).toContain(`${path}: `)
    expect(stderr).toContain(reason)
    expect(stdout).toBe('0 passed, 1 failed\n')
    expect(code).toBe(2)
  })

  test('a file that is not there', async () => {
    const { code, stderr } = await unifiedRouting('simulate', join(folder, 'none.yaml'), scenario)
    expect(stderr).toContain('there is no such file')
    expect(code).toBe(2)
  })
})

test('a zone that does not exist is named with its path', async () => {
  const text =
    'scenario: Z\nstart: "2026-03-02T09:00:00Z"\nconfiguration: { version: 1, organization: { timeZone: Mars/Olympus } }\nsteps: []\n'
  const { code, stderr } = await unifiedRouting('simulate', await file('zone.yaml', text))
  expect(stderr).toContain('configuration.organization.timeZone: ')
  expect(code).toBe(2)
})

test('commands and flags that do not exist end with 2 and a way to the help', async () => {
  expect(await unifiedRouting('dance')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("There is no command 'dance'."),
  })
  expect(await unifiedRouting('simulate', '--loud', 'x')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('unified-routing simulate --help'),
  })
  expect(await unifiedRouting('help', 'simulate')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Usage: unified-routing simulate'),
  })
})
