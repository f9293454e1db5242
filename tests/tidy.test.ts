import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tidinessProblems } from './setup/tidy.ts'

const root = join(import.meta.dirname, '..')
const ourselves = ['tests/tidy.test.ts', 'tests/setup/tidy.ts']
const files = globSync('{packages,scripts,tests,bench}/**/*.{ts,tsx,mjs,css}', {
  cwd: root,
  exclude: (path) => /(?:^|\/)(?:node_modules|dist)(?:\/|$)/.test(path),
}).filter((path) => !ourselves.includes(path))

describe('tidiness', () => {
  test('every source file keeps the budgets and the words of the house', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(files.flatMap((path) => tidinessProblems(path, readFileSync(join(root, path), 'utf8')))).toEqual([])
  })

  test.each([
    ['a file of 301 lines', 'let a = 1\n'.repeat(301)],
    ['a mark of unfinished work', '// TODO: later\n'],
    ['a mark without an issue', '// FIXME soon\n'],
    ['a test that is left out', "test.skip('it', it)\n"],
    ['an ignored type error', '// @ts-ignore\n'],
    ['a representative called otherwise', 'const agentName = name\n'],
    ['a type of that name', 'type FreeAgents = readonly string[]\n'],
  ])('%s is found', (_, source) => {
    expect(tidinessProblems('packages/server/src/engine/it.ts', source)).toHaveLength(1)
  })

  test.each([
    ['a file of 300 lines', 'let a = 1\n'.repeat(300)],
    ['a long file that says why', `// Long because it is one table.\n${'let a = 1\n'.repeat(400)}`],
    ['a mark that names its issue', '// TODO(#12): ask the store.\n'],
    ["the reference system's names as texts", "const reason = 'AgentEndConversation' // by an agent\n"],
    ['a header of HTTP', "const userAgent = request.headers['user-agent']\n"],
  ])('%s is fine', (_, source) => {
    expect(tidinessProblems('packages/server/src/engine/it.ts', source)).toEqual([])
  })
})
