import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { operationsTables } from './setup/operations-tables.ts'

const page = readFileSync(join(import.meta.dirname, '..', 'docs', 'operations.md'), 'utf8')

test('the page on operations lists every setting with its default, as the code has them', () => {
  expect(page).toContain(operationsTables().settings)
})

test('the page on operations lists every error code, as the code has them', () => {
  expect(page).toContain(operationsTables().errors)
})
