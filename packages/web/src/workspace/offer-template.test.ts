import { expect, test } from 'vitest'
import { defaultTemplate, fillSlugs, occasionOf, templateFor } from './offer-template.ts'
import { testWorkItem } from './work-item.fixture.ts'

const chat = testWorkItem('C', {
  kind: 'conversation',
  channel: 'liveChat',
  record: null,
  workstream: 'Website chat',
  customer: 'ada',
  customerName: 'Ada Example',
  context: { topic: 'Delivery', orders: 3 },
})

const template = (title: string, parts: Partial<typeof defaultTemplate> = {}) => ({
  ...defaultTemplate,
  title,
  ...parts,
})

test('what an offer is about decides its occasion', () => {
  expect(occasionOf(chat, 'anna')).toBe('incomingKnown')
  expect(occasionOf({ ...chat, customer: null }, 'anna')).toBe('incomingUnknown')
  expect(occasionOf({ ...chat, transferCount: 1 }, 'anna')).toBe('transfer')
  expect(occasionOf({ ...chat, assignedTo: 'lena', offeredTo: 'anna' }, 'anna')).toBe('transfer')
  expect(occasionOf(testWorkItem('R'), 'anna')).toBe('assigned')
})

test('the closer a template describes an item, the sooner it is taken', () => {
  const any = template('any')
  const occasion = template('occasion', { occasion: 'incomingKnown' })
  const workstream = template('workstream', { workstreams: ['Website chat'] })
  const both = template('both', { workstreams: ['Website chat'], occasion: 'incomingKnown' })
  const other = template('other', { workstreams: ['Cases'] })
  const chosen = (...templates: (typeof any)[]) => templateFor(chat, 'incomingKnown', templates).title
  expect(chosen(any, occasion, workstream, both, other)).toBe('both')
  expect(chosen(any, occasion, workstream)).toBe('workstream')
  expect(chosen(any, occasion)).toBe('occasion')
  expect(chosen(template('b'), template('a'))).toBe('a')
  expect(templateFor(chat, 'transfer', [occasion, both, other])).toBe(defaultTemplate)
})

test('slugs are filled in with what the item and its context say, the rest stays empty', () => {
  expect(fillSlugs('Chat with {customerName} about {topic} ({orders})', chat)).toBe(
    'Chat with Ada Example about Delivery (3)',
  )
  expect(fillSlugs('{caseTitle}{nothing}{constructor}{__proto__}', chat)).toBe('')
  expect(fillSlugs('{caseTitle} in {queueId}', testWorkItem('Broken box'))).toBe('Broken box in Support')
})
