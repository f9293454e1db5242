import { beforeAll, describe, expect, test } from 'vitest'
import { type Finding, lint } from './setup/lint.ts'

/** A wall, a file that breaks it, and one that does the same the right way. */
interface Wall {
  readonly wall: string
  readonly folder: string
  readonly broken: string
  readonly kept: string
  /** The rule that must speak up. */
  readonly rule: string
}

const imports = 'lint/style/noRestrictedImports'
const globals = 'lint/style/noRestrictedGlobals'
const ours = 'plugin'

const use = (specifier: string, keyword = 'import') =>
  keyword === 'import'
    ? `import { thing } from '${specifier}'\nexport const it = thing\n`
    : `import type { Thing } from '${specifier}'\nexport type It = Thing\n`
const useType = (specifier: string) => use(specifier, 'import type')
const body = (expression: string) =>
  `export function it(value: string, now: number) {\n  return [value, now, ${expression}]\n}\n`

const purity: readonly Wall[] = [
  ...['Date.now()', 'new Date(now)', 'Intl.Collator', 'crypto.randomUUID()', 'performance.now()', 'process.pid'].map(
    (expression) => wallOf('no clock, zone, chance or environment', expression, globals),
  ),
  ...['console.log(value)', 'setTimeout(it, 1)', 'setInterval(it, 1)', 'queueMicrotask(it)', "fetch('/')"].map(
    (expression) => wallOf('no waiting, input or output', expression, globals),
  ),
  ...['Math.random()', "Math['random']()", "value.localeCompare('b')", 'now.toLocaleString()'].map((expression) =>
    wallOf('no chance and no locale', expression, ours),
  ),
]

function wallOf(wall: string, expression: string, rule: string): Wall {
  return {
    wall,
    folder: 'packages/routing/src/assignment',
    broken: body(expression),
    kept: body('Math.max(now, 1)'),
    rule,
  }
}

const who: readonly (readonly [folder: string, forbidden: string, allowed: string])[] = [
  ['packages/routing/src/rules', 'node:fs', '../vocabulary.ts'],
  ['packages/routing/src/rules', 'zod', './rule.ts'],
  ['packages/routing/src/rules', '@unified-routing/contract', './rule.ts'],
  ['packages/routing/sim', 'node:fs', '../src/main.ts'],
  ['packages/contract/src', 'node:crypto', 'zod'],
  ['packages/contract/src', '@unified-routing/client', './errors.ts'],
  ['packages/server/src/store', '../engine/engine.ts', './journal.ts'],
  ['packages/server/src/store', '../http/app.ts', 'kysely'],
  ['packages/server/src/store', '@unified-routing/contract', 'pg'],
  ['packages/server/src/engine', '../http/app.ts', '../store/journal.ts'],
  ['packages/server/src/engine', '../live/stream.ts', '@unified-routing/routing'],
  ['packages/server/src/engine', 'pg', '@unified-routing/contract'],
  ['packages/server/src/http', 'pg', '../engine/engine.ts'],
  ['packages/server/src/http', 'kysely', '../store/reads.ts'],
  ['packages/server/src/live', '@unified-routing/client', '../engine/engine.ts'],
  ['packages/server/src', '@unified-routing/web', '@unified-routing/contract'],
  ['packages/client/src', '@unified-routing/routing', '@unified-routing/contract'],
  ['packages/client/src', 'node:http', './retry.ts'],
  ['packages/client/src', 'react', './retry.ts'],
  ['packages/widget/src/chat', '@unified-routing/contract', '../texts.ts'],
  ['packages/widget/src/chat', 'zod', '../json.ts'],
  ['packages/web/src/cases', '@unified-routing/server', '@unified-routing/client'],
  ['packages/web/src/cases', 'node:path', '../ui/page.tsx'],
  ['packages/web/src/ui', '@unified-routing/client', '@fluentui/react-components'],
  ['packages/web/src/ui', '@tanstack/react-query', './page.tsx'],
  ['packages/web/src/ui', '../cases/case-list.tsx', './page.tsx'],
  ['packages/cli/src', '@unified-routing/server', '@unified-routing/client'],
]

const wordsOnly: readonly string[] = ['packages/contract/src', 'packages/server/src/store']

const habits: readonly Wall[] = [
  ...['http', 'live', 'auth'].map((part) => ({
    wall: `only the engine makes a router, not ${part}`,
    folder: `packages/server/src/${part}`,
    broken: "import { createRouter } from '@unified-routing/routing'\n\nexport const it = createRouter\n",
    kept: use('@unified-routing/routing'),
    rule: imports,
  })),
  {
    wall: 'a package is entered by its name',
    folder: 'packages/server/src/engine',
    broken: use('../../../routing/src/create-router.ts'),
    kept: use('@unified-routing/routing'),
    rule: ours,
  },
  {
    wall: 'SQL lives in store/',
    folder: 'packages/server/src/http',
    broken: 'export const text = `\n  select id\n    from work_item`\n',
    kept: "export const text = 'Select a case from the list, then save it.'\n",
    rule: ours,
  },
  {
    wall: 'the environment is read in config.ts',
    folder: 'packages/server/src/engine',
    broken: 'export const port = process.env.PORT\n',
    kept: 'export const port = 8080\n',
    rule: 'lint/style/noProcessEnv',
  },
  {
    wall: 'no type assertions',
    folder: 'packages/server/src/engine',
    broken: 'export const port = JSON.parse("1") as number\n',
    kept: 'export const ports = [8080] as const\n',
    rule: ours,
  },
  {
    wall: 'no `any`',
    folder: 'packages/client/src',
    broken: 'export const it: any = 1\n',
    kept: 'export const it: unknown = 1\n',
    rule: 'lint/suspicious/noExplicitAny',
  },
  {
    wall: 'exported by name',
    folder: 'packages/client/src',
    broken: 'export default function it() {}\n',
    kept: 'export function it() {\n  return 1\n}\n',
    rule: 'lint/style/noDefaultExport',
  },
  {
    wall: 'no barrels inside a package',
    folder: 'packages/server/src/engine',
    broken: "export { it } from './it.ts'\nexport { that } from './that.ts'\n",
    kept: "import { it } from './it.ts'\n\nexport const that = it\n",
    rule: 'lint/performance/noBarrelFile',
  },
  {
    wall: 'a function has at most 60 lines',
    folder: 'packages/server/src/engine',
    broken: `export function it(list: number[]) {\n${'  list.push(1)\n'.repeat(61)}}\n`,
    kept: `export function it(list: number[]) {\n${'  list.push(1)\n'.repeat(58)}}\n`,
    rule: 'lint/complexity/noExcessiveLinesPerFunction',
  },
  {
    wall: 'a function has at most 3 parameters',
    folder: 'packages/server/src/engine',
    broken: 'export const it = (a: number, b: number, c: number, d: number) => a + b + c + d\n',
    kept: 'export const it = (a: number, b: number, c: number) => a + b + c\n',
    rule: 'lint/complexity/useMaxParams',
  },
  {
    wall: 'the server logs, it does not print',
    folder: 'packages/server/src/engine',
    broken: "export const it = () => console.log('hello')\n",
    kept: "export const it = () => 'hello'\n",
    rule: 'lint/suspicious/noConsole',
  },
]

const walls: readonly Wall[] = [
  ...who.map(([folder, forbidden, allowed]) => ({
    wall: `${folder} may import ${allowed}, not ${forbidden}`,
    folder,
    broken: use(forbidden),
    kept: use(allowed),
    rule: imports,
  })),
  ...wordsOnly.map((folder) => ({
    wall: `${folder} may import the types of the router, not its code`,
    folder,
    broken: use('@unified-routing/routing'),
    kept: useType('@unified-routing/routing'),
    rule: ours,
  })),
  ...purity,
  ...habits,
]

const brokenPath = (index: number) => `${walls[index]?.folder}/broken-${index}.ts`
const keptPath = (index: number) => `${walls[index]?.folder}/kept-${index}.ts`

describe('walls', () => {
  let findings: readonly Finding[] = []
  const rulesAt = (path: string) => findings.filter((finding) => finding.path === path).map(({ rule }) => rule)

  beforeAll(async () => {
    const planted = walls.flatMap(({ broken, kept }, index) => [
      [brokenPath(index), broken] as const,
      [keptPath(index), kept] as const,
    ])
    findings = await lint(new Map(planted))
  })

  test.each(walls.map((wall, index) => ({ ...wall, index })))('$wall', ({ index, rule }) => {
    expect(rulesAt(brokenPath(index))).toContain(rule)
    expect(rulesAt(keptPath(index))).toEqual([])
  })
})
