/** What a hostile client sends as a body, as a parameter of the path, and as a query. */

export const badBodies: Readonly<Record<string, string | Buffer>> = {
  'not JSON': '{"a":',
  'a text': '"text"',
  'a list': '[]',
  'a number': '1e999',
  nothing: 'null',
  'an unknown member': '{"surprise":1}',
  'the prototype': '{"__proto__":{"isAdmin":true}}',
  'a constructor': '{"values":{"constructor":{"prototype":{}}}}',
  'a NUL character': '{"values":{"title":"a\\u0000b"},"text":"a\\u0000b","queue":"a\\u0000b"}',
  'a lone surrogate': '{"values":{"title":"\\ud800"},"text":"\\udfff"}',
  'wrong UTF-8': Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  'deep lists': `{"values":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
  'deep objects': `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
  'huge numbers': '{"values":{"title":1e308,"priority":123456789012345678901234567890}}',
}

export const badValues = [
  '%00',
  '%ff',
  '%ed%a0%80',
  '%',
  '__proto__',
  'constructor',
  'a'.repeat(3_000),
  '%0a',
  '..%2f..%2fetc',
]

export const badQueries = [
  'limit=0',
  'limit=201',
  'limit=1e3',
  'limit=-1',
  'limit=1&limit=2',
  'cursor=%00',
  'cursor=!!',
  'cursor=bm90IGpzb24',
  'cursor=eyJ2YWx1ZSI6MSwiaWQiOiJ4Iiwic29ydCI6IngifQ',
  `cursor=${'a'.repeat(3_000)}`,
  'surprise=1',
  '__proto__=1',
  'view=everything',
  'sort=;drop',
]
