import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inFlight } from '../harness/statistics.ts'
import { type Contender, payloadOf } from './contender.ts'

/** Each step a transaction of one statement: what PostgreSQL can do, with nothing around it. */
const steps = {
  create: `
    insert into task (id, state, payload, created_at)
    select id, 'created', payload, $3
      from unnest($1::uuid[], $2::jsonb[]) as given (id, payload)`,
  start: `
    update task
       set state = 'started', worker = 'w', started_at = $2
     where id = any ($1::uuid[])`,
  complete: `
    update task
       set state = 'completed', completed_at = $2
     where id = any ($1::uuid[])`,
}

export async function bareSql(connectionString: string, connections: number): Promise<Contender> {
  const pool = new pg.Pool({ connectionString, max: connections })
  await pool.query(`
    create table task (
      id uuid primary key,
      state text not null,
      payload jsonb not null,
      worker text,
      created_at bigint not null,
      started_at bigint,
      completed_at bigint
    ) with (fillfactor = 50)`)
  const live = async (ids: readonly string[], first: number): Promise<void> => {
    const payloads = ids.map((_, index) => JSON.stringify(payloadOf(first + index)))
    await pool.query({ name: 'create', text: steps.create, values: [ids, payloads, Date.now()] })
    await pool.query({ name: 'start', text: steps.start, values: [ids, Date.now()] })
    await pool.query({ name: 'complete', text: steps.complete, values: [ids, Date.now()] })
  }
  return {
    name: `bare SQL, ${connections} connection${connections === 1 ? '' : 's'}`,
    role: 'limit',
    steps: 3,
    oneByOne: (lives) => inFlight({ count: lives, atOnce: connections }, (index) => live([randomUUID()], index)),
    inBulk: (lives, perCall) =>
      inFlight({ count: lives / perCall, atOnce: connections }, (call) =>
        live(
          Array.from({ length: perCall }, () => randomUUID()),
          call * perCall,
        ),
      ),
    close: () => pool.end(),
  }
}
