import { expect, test } from 'vitest'
import { readDocument } from './read-document.ts'

const file = (text: string, name = 'contoso.yaml') => new File([text], name)

test('YAML and JSON are read alike', async () => {
  const document = { version: 1, queues: [{ name: 'Billing', type: 'record' }] }
  expect(await readDocument(file('version: 1\nqueues:\n  - { name: Billing, type: record }\n'))).toEqual(document)
  expect(await readDocument(file(JSON.stringify(document)))).toEqual(document)
})

test.each([
  ['version: 1\nversion: 2\n', /cannot be read: Map keys must be unique/],
  ['queues: [', /cannot be read/],
  ['- a list', /not a configuration document/],
  ['', /not a configuration document/],
])('%j is refused with what is wrong', async (text, problem) => {
  await expect(readDocument(file(text))).rejects.toThrow(problem)
})
