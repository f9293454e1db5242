import { ArrowRightRegular } from '@fluentui/react-icons'
import { durationWords } from '../frame/duration-words.ts'
import styles from './overflow-picture.module.css'
import type { ActionValues, BeforeQueueValues, QueueValues } from './queue-values.ts'
import { actionWords, triggerWords } from './queue-words.ts'

/** Where an item goes from its arrival on: each condition in the order in which it is looked at, and what follows. */
export function OverflowPicture({ values }: { readonly values: QueueValues }) {
  const { beforeQueue, inQueue, operatingHours, type } = values
  const byHours = beforeQueue.filter(({ when }) => when === 'outOfOperatingHours')
  const others = beforeQueue.filter(({ when }) => when !== 'outOfOperatingHours')
  const usual = operatingHours !== '' && byHours.length === 0
  return (
    <ol className={styles.way}>
      <li className={styles.place}>Arrives</li>
      {usual ? <Branch when={triggerWords.outOfOperatingHours} then={actionWords('assignAnyway', type)} /> : null}
      {[...byHours, ...others].map((rule) => (
        <Branch key={JSON.stringify(rule)} when={whenText(rule)} then={thenText(rule, type)} />
      ))}
      <li className={styles.place}>Waits in the queue</li>
      {inQueue.map((rule) => (
        <Branch
          key={JSON.stringify(rule)}
          when={`Waiting longer than ${durationWords(rule.wait)}`}
          then={thenText(rule, type)}
        />
      ))}
      <li className={styles.place}>Is given to a member</li>
    </ol>
  )
}

function Branch({ when, then }: { readonly when: string; readonly then: string }) {
  return (
    <li className={styles.branch}>
      <span className={styles.when}>{when}</span>
      <ArrowRightRegular aria-label="then" />
      <span className={styles.then}>{then}</span>
    </li>
  )
}

function whenText({ when, limit, wait }: BeforeQueueValues): string {
  if (when === 'workItemLimit') return `${triggerWords.workItemLimit} ${limit ?? '…'}`
  return when === 'averageWait' ? `${triggerWords.averageWait} ${durationWords(wait)}` : triggerWords[when]
}

function thenText({ action, queue, phone }: ActionValues, type: QueueValues['type']): string {
  if (action === 'transferToQueue') return `Transfer to ${queue === '' ? '…' : queue}`
  return action === 'transferToNumber' ? `Transfer to ${phone === '' ? '…' : phone}` : actionWords(action, type)
}
