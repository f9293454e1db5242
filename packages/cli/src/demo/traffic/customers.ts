import { randomUUID } from 'node:crypto'
import type { Client } from '@unified-routing/client'
import type { KindOfWork } from './working-day.ts'

const contacts = [
  'amalie-berg',
  'oskar-lund',
  'priya-nair',
  'tomasz-wrona',
  'lucia-moreno',
  'henrik-dahl',
  'grace-okafor',
  'ewa-kowal',
  'solveig-aas',
  'karl-lindqvist',
  'noor-rahimi',
  'diego-santos',
] as const
const chatTopics = [
  { topic: 'television', text: 'Channel 7 is gone since last night.' },
  { topic: 'mobile', text: 'How do I use my phone abroad?' },
  { topic: 'fibre', text: 'My connection drops every few minutes.' },
  { topic: 'order', text: 'When does my router arrive?' },
] as const
const chatLanguages = ['English', 'English', 'Norwegian', 'Norwegian', 'Norwegian', 'Polish'] as const
const cases = [
  { title: 'Invoice shows a service that I cancelled', category: 'Invoice', service: 'Television', priority: 'Normal' },
  { title: 'Payment not found', category: 'Payment', service: 'Fibre', priority: 'Normal' },
  { title: 'Refund for two days without a line', category: 'Refund', service: 'Fibre', priority: 'Normal' },
  { title: 'Line down in the whole street', category: 'Outage', service: 'Fibre', priority: 'High' },
  { title: 'Slow in the evening', category: 'Slow connection', service: 'Fibre', priority: 'Low' },
  { title: 'No network indoors', category: 'Slow connection', service: 'Mobile', priority: 'Normal' },
  { title: 'Decoder without a picture', category: 'Equipment', service: 'Television', priority: 'Normal' },
  { title: 'New flat next month', category: 'Moving house', service: 'Fibre', priority: 'Low' },
] as const
const leads = [
  { title: 'Fibre for a new office', interest: 'Fibre', employees: 60, source: 'Web' },
  { title: 'Family plan for four', interest: 'Mobile', employees: 0, source: 'Referral' },
  { title: 'Television for a waiting room', interest: 'Television', employees: 12, source: 'Event' },
] as const

/** Brings one piece of work in, as the customer or an integration would. */
export async function bringIn(client: Client, kind: KindOfWork, random: () => number): Promise<void> {
  const customer = oneOf(contacts, random)
  switch (kind) {
    case 'chat': {
      const { topic, text } = oneOf(chatTopics, random)
      const context = { topic, language: oneOf(chatLanguages, random) }
      await client.conversations.start({ workstream: 'Website chat', customer, context, text })
      return
    }
    case 'textMessage':
      await client.conversations.start({ workstream: 'Text messages', customer, text: 'Please call me back.' })
      return
    case 'case': {
      const values = { ...oneOf(cases, random), customer }
      await client.rows.create('case', { id: idFor('case'), values, route: true })
      return
    }
    case 'lead': {
      const values = { ...oneOf(leads, random), customer }
      await client.rows.create('lead', { id: idFor('lead'), values, route: true })
      return
    }
  }
}

function oneOf<const Choices extends readonly [unknown, ...unknown[]]>(
  choices: Choices,
  random: () => number,
): Choices[number] {
  return choices[Math.floor(random() * choices.length)] ?? choices[0]
}

function idFor(table: string): string {
  return `${table}-${randomUUID().slice(0, 8)}`
}
