import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { settings } from './config-settings.ts'

test('without flags and environment the defaults of the table hold', () => {
  expect(readConfig({}, {})).toMatchObject({ port: 8080, host: '127.0.0.1', databaseUrl: null, trustProxy: false })
})

test('a flag goes before the environment, and that before the default', () => {
  expect(readConfig({ port: '1' }, { PORT: '2', UR_HOST: '::1' })).toMatchObject({ port: 1, host: '::1' })
})

test('all bad settings are named together', () => {
  const environment = { PORT: '65536', DATABASE_URL: 'mysql://x', UR_LOG_LEVEL: 'loud', UR_TRUST_PROXY: 'yes' }
  const read = () => readConfig({}, environment)
  for (const variable of Object.keys(environment)) expect(read).toThrow(variable)
})

test('every default is a value that its setting takes', () => {
  for (const { shape, default: fallback } of Object.values(settings))
    expect(shape.safeParse(fallback).success).toBe(true)
})

test('docs/configuration.md has a line for every setting, and for no other', async () => {
  const page = await readFile(join(import.meta.dirname, '..', '..', '..', 'docs', 'configuration.md'), 'utf8')
  const lines = page.split('\n').filter((line) => line.startsWith('| `'))
  const wanted = Object.values(settings).map(
    ({ variable, default: fallback, meaning }) =>
      `| \`${variable}\` | ${fallback === '' ? 'none' : `\`${fallback}\``} | ${meaning} |`,
  )
  expect(lines).toEqual(wanted)
})
