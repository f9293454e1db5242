import { expect, test } from 'vitest'
import { problemsAfter, problemsWith } from './well-formed-document.fixture.ts'

test.for([
  [
    ['workstreams', 0, 'classification'],
    list(11, (n) => ({ name: `r${n}`, rules: [] })),
    'workstreams[0].classification',
  ],
  [
    ['workstreams', 0, 'classification', 0, 'rules'],
    list(101, rule({ set: {} })),
    'workstreams[0].classification[0].rules',
  ],
  [
    ['workstreams', 0, 'routeToQueue', 'rules'],
    list(201, rule({ queue: 'Chats' })),
    'workstreams[0].routeToQueue.rules',
  ],
  [['recordTypes', 0, 'intakeRules'], list(101, rule({ workstream: 'Devices' })), 'recordTypes[0].intakeRules'],
  [
    ['workstreams', 0, 'classification', 0, 'rules', 0, 'set'],
    { attributes: Object.fromEntries(list(6, (n) => [`a${n}`, n])) },
    'workstreams[0].classification[0].rules[0].set',
  ],
  [
    ['preferredRepresentatives', 0, 'representatives'],
    ['ana', 'bo', 'ana', 'bo'],
    'preferredRepresentatives[0].representatives',
  ],
] as const)('one entry too many in %j is refused', ([path, value, expectedPath]) => {
  expect(problemsWith(path, value).map((problem) => problem.path)).toContain(expectedPath)
})

test.for([
  [['workstreams', 0, 'classification'], list(10, (n) => ({ name: `r${n}`, rules: [] }))],
  [['workstreams', 0, 'classification', 0, 'rules'], list(100, rule({ set: {} }))],
  [['workstreams', 0, 'routeToQueue', 'rules'], list(200, rule({ queue: 'Chats' }))],
  [['recordTypes', 0, 'intakeRules'], list(100, rule({ workstream: 'Devices' }))],
] as const)('as many entries in %j as the limit allows are accepted', ([path, value]) => {
  expect(problemsWith(path, value)).toEqual([])
})

function list<Element>(count: number, element: (index: number) => Element): readonly Element[] {
  return Array.from({ length: count }, (_, index) => element(index))
}

function rule(fields: object): (index: number) => object {
  return (index) => ({ name: `rule ${index}`, when: { all: [] }, ...fields })
}

test('an allocation names at most five queues', () => {
  const queues = list(6, (index) => ({ name: `q${index}`, type: 'record' }))
  const allocation = Object.fromEntries(queues.map(({ name }, index) => [name, index < 4 ? 20 : 10]))
  const problems = problemsAfter([
    [['queues'], queues],
    [['playbooks'], []],
    [['userGroups'], []],
    [
      ['workstreams'],
      [{ ...recordWorkstream, routeToQueue: { rules: [{ name: 'All', when: { all: [] }, allocation }] } }],
    ],
  ])
  expect(problems.map(({ path }) => path)).toEqual(['workstreams[0].routeToQueue.rules[0].allocation'])
})

const recordWorkstream = { name: 'Devices', type: 'record', channel: 'record', table: 'device' }
