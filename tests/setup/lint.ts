import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')
const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome')
const OUTPUT_BYTES_MAX = 50_000_000

export interface Finding {
  readonly path: string
  /** `lint/style/noRestrictedImports`, or `plugin` for a rule of ours. */
  readonly rule: string
  readonly message: string
}

/** Lints the given files, by their path in this repository, under its rules but in a folder of their own. */
export async function lint(files: ReadonlyMap<string, string>): Promise<readonly Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'unified-routing-lint-'))
  try {
    for (const rules of ['biome.json', 'lint', '.gitignore']) {
      await cp(join(root, rules), join(folder, rules), { recursive: true })
    }
    for (const [path, source] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), source)
    }
    return findingsOf(await runBiome(folder))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function runBiome(folder: string): Promise<string> {
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none']
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: OUTPUT_BYTES_MAX }, (error, stdout) => {
      // Biome exits with 1 when it finds something; only without a report has it not worked.
      if (stdout === '') reject(error ?? new Error('Biome printed no report.'))
      else resolve(stdout)
    })
  })
}

function findingsOf(report: string): readonly Finding[] {
  const { diagnostics }: Report = JSON.parse(report)
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ category, message, location }) => ({ path: location.path, rule: category, message }))
}

interface Report {
  readonly diagnostics: readonly {
    readonly severity: string
    readonly category: string
    readonly message: string
    readonly location: { readonly path: string }
  }[]
}
