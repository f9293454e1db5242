import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { errorCodeTable } from './setup/error-code-table.ts'
import { metricTable } from './setup/metric-table.ts'

test('docs/operations.md lists every error code, as the contract has them', () => {
  const page = readFileSync(join(import.meta.dirname, '..', 'docs', 'operations.md'), 'utf8')
  expect(page).toContain(errorCodeTable())
})

test('docs/metrics.md lists every figure, as the dictionary has it', () => {
  const page = readFileSync(join(import.meta.dirname, '..', 'docs', 'metrics.md'), 'utf8')
  expect(page).toContain(metricTable('now'))
  expect(page).toContain(metricTable('period'))
})
