import { settingKinds } from '@unified-routing/contract'
import { expect, test } from 'vitest'
import { newQuestion, settingOf, valuesOf } from './widget-values.ts'

const { value: schema, example } = settingKinds.chatWidget

test('a widget that nobody has touched in its form stays as it was', () => {
  const full = schema.parse({
    ...example,
    survey: [{ name: 'topic', text: 'About?', type: 'options', options: ['Fibre', 'Mobile'] }],
    afterSurvey: [{ name: 'mark', text: 'How was it?', type: 'rating' }],
    invitations: [{ afterSeconds: 20, page: 'plans*', text: 'May we help?' }],
    texts: { send: 'Senden' },
    operatingHours: 'Office hours',
    fileEndings: ['pdf', 'png'],
    closedHeading: 'We are closed',
  })
  expect(settingOf(valuesOf(full))).toEqual(full)
})

test('a new form lacks only what a person must say', () => {
  const problems = new Set(schema.safeParse(settingOf(valuesOf(null))).error?.issues.map(({ path }) => path.join('.')))
  expect([...problems]).toEqual(['title', 'workstream'])
})

test('lines become lists, and a consent is always required', () => {
  const values = valuesOf(example)
  const survey = [{ ...newQuestion, name: 'agree', type: 'consent', isRequired: false, options: 'left over' } as const]
  const origins = ' https://a.example/ \n\nhttps://b.example'
  expect(settingOf({ ...values, origins, survey, fileEndings: '.PDF, png' })).toMatchObject({
    fileEndings: ['pdf', 'png'],
    origins: ['https://a.example', 'https://b.example'],
    survey: [{ name: 'agree', isRequired: true, options: [] }],
  })
})
