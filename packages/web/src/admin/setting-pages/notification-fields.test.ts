import { expect, test } from 'vitest'
import { fieldsOfLines, linesOfFields } from './notification-fields.ts'

test('fields are lines, and lines are fields', () => {
  const fields = [
    { header: 'Topic', value: '{topic}' },
    { header: 'Language', value: 'in {visitorLanguage}: please' },
  ]
  expect(fieldsOfLines(linesOfFields(fields))).toEqual(fields)
  expect(fieldsOfLines(' \n Topic :  {topic} \n\n')).toEqual([{ header: 'Topic', value: '{topic}' }])
  expect(fieldsOfLines('{orderId}')).toEqual([{ header: 'orderId', value: '{orderId}' }])
})
