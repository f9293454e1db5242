import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { mergeConfiguration } from './merge.ts'
import { isRecord } from './unknown-record.ts'
import { validateConfiguration } from './validate.ts'

/** Acceptance scenarios lie beside the checkout; they are no part of the repository. */
const folder = join(import.meta.dirname, '../../../../../shared/scenarios')
const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.yaml')) : []

test('the configuration of the demo organization is valid', () => {
  const demo = join(import.meta.dirname, '../../../../demo/organization.yaml')
  expect(validateConfiguration(parse(readFileSync(demo, 'utf8')))).toMatchObject({ ok: true })
})

test.for(files)('the configuration of %s is valid', (file) => {
  const scenario: unknown = parse(readFileSync(join(folder, file), 'utf8'))
  expect(isRecord(scenario) ? validateConfiguration(scenario.configuration) : scenario).toMatchObject({ ok: true })
})

test.for(files)('every change of configuration in %s is valid unless it must be refused', (file) => {
  const scenario: unknown = parse(readFileSync(join(folder, file), 'utf8'))
  let validation = validateConfiguration(isRecord(scenario) ? scenario.configuration : null)
  for (const step of isRecord(scenario) && Array.isArray(scenario.steps) ? scenario.steps : []) {
    if (!isRecord(step) || !isRecord(step.configure) || !validation.ok) continue
    const changed = validateConfiguration(mergeConfiguration(validation.configuration, step.configure))
    expect(changed).toMatchObject({ ok: step.refused === undefined })
    if (changed.ok) validation = changed
  }
})
