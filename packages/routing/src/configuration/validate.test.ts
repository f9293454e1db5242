import { expect, test } from 'vitest'
import { validateConfiguration } from './validate.ts'
import { problemsAfter, problemsWith, wellFormed } from './well-formed-document.fixture.ts'

test('the well-formed document is accepted', () => {
  expect(validateConfiguration(JSON.parse(wellFormed))).toMatchObject({ ok: true })
})

test('the smallest document is a version', () => {
  expect(validateConfiguration({ version: 1 })).toEqual({ ok: true, configuration: { version: 1 } })
})

test.for([
  [['version'], undefined, 'version', 'is missing'],
  [['version'], 2, 'version', 'use 1'],
  [['organisation'], {}, 'organisation', "did you mean 'organization'?"],
  [['queues', 0, 'prioritiy'], 1, 'queues[0].prioritiy', "did you mean 'priority'?"],
  [['organization', 'declineLimit'], 6, 'organization.declineLimit', '1 to 5'],
  [['organization', 'declineLimit'], Number.NaN, 'organization.declineLimit', 'whole number'],
  [['organization', 'reconnectWindow'], 'soon', 'organization.reconnectWindow', 'expected a duration'],
  [['organization', 'autoClose', 0, 'channel'], 'liveChat', 'organization.autoClose[0].state', 'can be Waiting'],
  [['tables', 1, 'columns', 0, 'target'], 'nobody', 'tables[1].columns[0].target', "no table 'nobody'"],
  [['tables', 0, 'columns', 0, 'choices'], undefined, 'tables[0].columns[0].choices', "needs 'choices'"],
  [
    ['tables', 0, 'columns', 1],
    { name: 'email', type: 'integer' },
    'tables[0].columns[1].type',
    "built-in column 'email'",
  ],
  [['rows', 0, 'values', 'tier'], 'Gol', 'rows[0].values.tier', "did you mean 'Gold'?"],
  [['rows', 0, 'values', 'teir'], 'Gold', 'rows[0].values.teir', "did you mean 'tier'?"],
  [['rows', 1, 'values', 'owner'], undefined, 'rows[1].values.owner', 'is required'],
  [['rows', 2], { table: 'contact', id: 'c1', values: {} }, 'rows[2]', 'occurs twice'],
  [['ratingModels', 0, 'min'], 0, 'ratingModels[0].min', '1 to'],
  [['ratingModels', 0, 'max'], 0, 'ratingModels[0].max', '1 to'],
  [['skills', 0, 'type'], 'Langage', 'skills[0].type', "did you mean 'Language'?"],
  [['capacityProfiles', 0, 'limit'], 101, 'capacityProfiles[0].limit', '0 to 100'],
  [['presences', 0, 'name'], 'Busy', 'presences[0].name', 'belongs to the system'],
  [['operatingHours', 0, 'hours', 0, 'end'], '25:00', 'operatingHours[0].hours[0].end', "such as '09:00'"],
  [
    ['operatingHours', 0, 'hours', 0, 'breaks', 0, 'end'],
    '18:00',
    'operatingHours[0].hours[0].breaks[0]',
    'not inside the hours',
  ],
  [['operatingHours', 0, 'holidays', 0, 'to'], '2026-02-30', 'operatingHours[0].holidays[0].to', 'expected a date'],
  [['operatingHours', 0, 'holidays', 0, 'to'], '2026-12-01', 'operatingHours[0].holidays[0].to', 'is before'],
  [['representatives', 0, 'skills', 'French'], 11, 'representatives[0].skills.French', '1 to 10'],
  [['representatives', 1, 'skills', 'French', 'rating'], 0, 'representatives[1].skills.French.rating', '1 to 10'],
  [['representatives', 0, 'bookable'], false, 'representatives[0].capacityProfiles', 'bookable'],
  [['representatives', 0, 'roles'], ['Boss'], 'representatives[0].roles[0]', "no role 'Boss'"],
  [['customRoles', 0, 'name'], 'CSR Manager', 'customRoles[0].name', 'is a role of the product'],
  [['customRoles', 0, 'persona'], 'boss', 'customRoles[0].persona', 'is not possible here'],
  [['representatives', 1, 'name'], 'ana', 'representatives[1]', 'occurs twice'],
  [['representatives', 1, 'name'], 'constructor', 'representatives[1].name', 'is reserved'],
  [['queues', 0, 'members', 0], 'anna', 'queues[0].members[0]', "no representative 'anna'; did you mean 'ana'?"],
  [['queues', 0, 'members', 0], 'zacharias', 'queues[0].members[0]', 'add one or correct the name'],
  [['queues', 0, 'name'], 'Default record queue', 'queues[0].type', "is of type 'record'"],
  [
    ['queues', 1, 'overflow'],
    { beforeQueue: [{ when: { workItemLimit: 1 }, do: 'endConversation' }] },
    'queues[1].overflow.beforeQueue[0].when',
    'does not exist for record queues',
  ],
  [
    ['queues', 0, 'overflow', 'beforeQueue', 0, 'do'],
    'voicemail',
    'queues[0].overflow.beforeQueue[0].do',
    'not possible for messaging',
  ],
  [
    ['queues', 0, 'overflow', 'beforeQueue', 0, 'do'],
    { transferToQueue: 'Chats' },
    'queues[0].overflow.beforeQueue[0].do.transferToQueue',
    'into itself',
  ],
  [
    ['queues', 0, 'overflow', 'beforeQueue', 0, 'do'],
    { transferToQueue: 'Devices' },
    'queues[0].overflow.beforeQueue[0].do.transferToQueue',
    "of type 'record'",
  ],
  [
    ['queues', 0, 'overflow', 'beforeQueue', 0, 'when', 'workItemLimit'],
    0,
    'queues[0].overflow.beforeQueue[0].when.workItemLimit',
    '1 to 100',
  ],
  [
    ['queues', 0, 'overflow', 'inQueue'],
    [{ waitingLongerThan: '30s', do: 'endConversation' }],
    'queues[0].overflow.inQueue[0].waitingLongerThan',
    '1m to 2d',
  ],
  [['queues', 1, 'assignment', 'method'], 'roundRobin', 'queues[1].assignment.rulesets', 'unknown key'],
  [
    ['queues', 1, 'assignment', 'selectionCriteria', 0, 'ruleset'],
    'Some',
    'queues[1].assignment.selectionCriteria[0].ruleset',
    "no ruleset 'Some'",
  ],
  [
    ['queues', 1, 'assignment', 'rulesets', 0, 'rules', 0, 'when', 'path'],
    'representative.taem',
    'queues[1].assignment.rulesets[0].rules[0].when.path',
    "did you mean 'team'?",
  ],
  [
    ['queues', 1, 'assignment', 'prioritization', 0, 'orderBy', 'path'],
    'item.skills',
    'queues[1].assignment.prioritization[0].orderBy.path',
    'several values',
  ],
  [['workstreams', 0, 'channel'], 'voice', 'workstreams[0].channel', "does not belong to type 'messaging'"],
  [['workstreams', 0, 'fallbackQueue'], 'Devices', 'workstreams[0].fallbackQueue', "of type 'record'"],
  [['workstreams', 0, 'wrapUp'], { block: '20s' }, 'workstreams[0].wrapUp.block', '30s to 1h'],
  [
    ['workstreams', 0, 'autoCloseAfterInactivity'],
    '1d',
    'workstreams[0].autoCloseAfterInactivity',
    'never waits for the customer',
  ],
  [
    ['workstreams', 0, 'routeToQueue', 'rules', 0, 'queue'],
    'Devices',
    'workstreams[0].routeToQueue.rules[0].queue',
    "of type 'record'",
  ],
  [['workstreams', 1, 'table'], 'contact', 'workstreams[1].table', 'cannot be added to a queue'],
  [
    ['workstreams', 1, 'routeToQueue', 'rules', 0, 'allocation', 'Devices'],
    95,
    'workstreams[1].routeToQueue.rules[0].allocation',
    'total 95',
  ],
  [
    ['workstreams', 1, 'routeToQueue', 'rules', 0, 'queue'],
    'Devices',
    'workstreams[1].routeToQueue.rules[0]',
    'exclude each other',
  ],
  [
    ['recordTypes', 0, 'intakeRules', 0, 'workstream'],
    'Web',
    'recordTypes[0].intakeRules[0].workstream',
    'takes no records',
  ],
  [
    ['recordTypes', 0, 'intakeRules', 0, 'when', 'path'],
    'item.channel',
    'recordTypes[0].intakeRules[0].when.path',
    "begin the path with 'record.'",
  ],
  [['preferredRepresentatives', 0, 'representatives'], [], 'preferredRepresentatives[0].representatives', 'at least 1'],
  [['playbooks', 0, 'levels', 1, 'after'], '20s', 'playbooks[0].levels[1].after', '30 s at the earliest'],
  [['playbooks', 0, 'levels', 0, 'after'], '30s', 'playbooks[0].levels[0].after', "write '0s'"],
  [['userGroups', 0, 'queues'], [], 'playbooks[0].levels[0].userGroups[0]', "not attached to queue 'Chats'"],
  [['playbooks', 1, 'branches', 0, 'every'], '29s', 'playbooks[1].branches[0].every', '30s to'],
  [
    ['playbooks', 2],
    { name: 'Again', kind: 'priorityByWait', queues: ['Chats'], branches: [] },
    'playbooks[2]',
    "active playbook 'Wait'",
  ],
] as const)('%j = %j is refused at %s: %s', ([path, value, expectedPath, expectedText]) => {
  const problem = problemsWith(path, value).find((candidate) => candidate.path === expectedPath)
  expect(problem?.message).toContain(expectedText)
})

test('a misspelt type is one problem: references to the element still resolve', () => {
  const problems = problemsAfter([
    [['queues', 0, 'type'], 'mesaging'],
    [['workstreams', 1, 'type'], 'recrod'],
  ])
  expect(problems.map(({ path }) => path).sort()).toEqual(['queues[0].type', 'workstreams[1].type'])
})

test('all problems are told at once, also two of one element', () => {
  const problems = problemsAfter([
    [['queues', 0, 'priority'], 0],
    [
      ['queues', 0, 'members'],
      ['nobody', 'ana', 'ana'],
    ],
    [['organization', 'declineLimit'], 9],
  ])
  expect(problems.map(({ path }) => path).sort()).toEqual([
    'organization.declineLimit',
    'queues[0].members[0]',
    'queues[0].members[2]',
    'queues[0].priority',
  ])
})
