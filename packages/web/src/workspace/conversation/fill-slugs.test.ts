import { expect, test } from 'vitest'
import { fillSlugs } from './fill-slugs.ts'

const values = {
  customerName: 'Priya van Nair',
  representativeName: 'Kacper Nowak',
  nickname: null,
  context: { OrderID: 42, note: null },
}

test('slugs are filled with names and context variables', () => {
  const text = 'Hello {FirstName{Customer}} {LastName{Customer}}, here is {FullName{Agent}} about {OCContext.OrderID}.'
  expect(fillSlugs(text, values)).toBe('Hello Priya van Nair, here is Kacper Nowak about 42.')
})

test('a nickname stands for itself, and for the first name of who has none', () => {
  expect(fillSlugs('{Nickname{Agent}}', { ...values, nickname: 'Captain $& K' })).toBe('Captain $& K')
  expect(fillSlugs('{Nickname{Agent}} and {Nickname{Customer}}', values)).toBe('Kacper and Priya')
})

test('what is not known leaves nothing behind, and other braces stay', () => {
  expect(fillSlugs('{OCContext.constructor}{OCContext.note}{Other}', values)).toBe('{Other}')
  expect(fillSlugs('Dear {FirstName{Customer}}', { ...values, customerName: null })).toBe('Dear ')
})
