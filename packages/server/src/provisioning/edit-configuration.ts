import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { AppError } from '@unified-routing/contract'
import type { Command, Configuration } from '@unified-routing/routing'
import type { Engine } from '../engine/engine.ts'
import type { Operation, OperationAnswer } from '../engine/operations.ts'
import { serviceActor } from './service-actor.ts'

const TRIES_MAX = 5

/** Puts an edit of the present document in force; once more when somebody was faster. False: it changed nothing. */
export async function editConfiguration(
  engine: Engine,
  edit: (document: Configuration) => Configuration,
): Promise<boolean> {
  for (let attempt = 0; attempt < TRIES_MAX; attempt++) {
    const { document, version } = engine.configuration()
    const configuration = edit(document)
    if (isDeepStrictEqual(configuration, document)) return false
    const answer = await submit(engine, { type: 'replaceConfiguration', configuration, ifVersion: version })
    if (answer.status === 'done') return true
    if (answer.status !== 'conflict') throw refused(answer)
  }
  throw new AppError('unavailable', 'The configuration is being changed by others; it is tried again.')
}

/** Has a command of the router carried out in the name of the service user. */
export async function carryOut(engine: Engine, command: Extract<Command, { type: 'setRouting' }>): Promise<void> {
  const answer = await submit(engine, { type: 'command', command })
  if (answer.status !== 'done') throw refused(answer)
}

function submit(engine: Engine, operation: Operation): Promise<OperationAnswer> {
  return engine.submit({
    operation,
    actor: serviceActor,
    idempotencyKey: null,
    requestHash: null,
    requestId: randomUUID(),
  })
}

function refused(answer: Exclude<OperationAnswer, { status: 'done' }>): Error {
  switch (answer.status) {
    case 'invalid':
      return new Error(
        `The configuration was not accepted: ${answer.problems.map(({ path, message }) => `${path} ${message}`).join('; ')}.`,
      )
    case 'refused':
      return new Error(answer.refusal.message)
    case 'named':
      return new Error('The configuration was not accepted: something it removes is named elsewhere.')
    case 'notFound':
    case 'conflict':
    case 'keyReused':
      return new Error(answer.message)
    case 'each':
    case 'turnedAway':
      return new Error('The configuration was answered as a bulk call.')
  }
}
