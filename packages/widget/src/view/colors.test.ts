import { expect, test } from 'vitest'
import { isColor, textColorOn } from './colors.ts'

test.each([
  ['#ffffff', '#000000'],
  ['#ffd400', '#000000'],
  ['#115ea3', '#ffffff'],
  ['#000000', '#ffffff'],
])('on %s one writes in %s', (color, wanted) => {
  expect(textColorOn(color)).toBe(wanted)
})

test('only six digits are a colour: nothing else gets into the style sheet', () => {
  expect(isColor('#A1b2C3')).toBe(true)
  expect(['red', '#fff', '#11111g', '#111111; } * { display: none', ''].filter(isColor)).toEqual([])
})
