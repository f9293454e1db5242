import { Button, Radio } from '@fluentui/react-components'
import type { ConflictingRow } from '@unified-routing/contract'
import { useState } from 'react'
import { useConfiguration } from '../../data/use-change-configuration.ts'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { Section } from '../../ui/section.tsx'
import { labelOf } from '../../ui/words.ts'
import styles from './conflict.module.css'
import { type Merge, mergedRow, mergeOf, type Side, valueWords } from './merge-rows.ts'
import type { EditedNoun, RowEdit } from './row-edit.ts'

export interface ConflictProps<Row> {
  readonly noun: Pick<EditedNoun<Row>, 'labels' | 'documentRow' | 'wordsOf'>
  /** Who changed it, and when. */
  readonly conflict: Pick<ConflictingRow, 'changedBy' | 'changedAt'>
  readonly stored: Row
  readonly edit: RowEdit<Row>
}

/** Somebody else saved the row meanwhile: what it was, what they made of it, what was typed here, and the choice. */
export function Conflict<Row>({ noun, conflict, stored, edit }: ConflictProps<Row>) {
  const { document } = useConfiguration()
  const documentRow = (row: Row | null): unknown => (row === null ? null : (noun.documentRow?.(row) ?? row))
  const merge = mergeOf({
    base: documentRow(edit.base),
    theirs: documentRow(stored),
    mine: documentRow(edit.mine()),
  })
  const wordsOf = (row: Row | null) => (row === null ? {} : (noun.wordsOf?.(row, document) ?? {}))
  const words = { base: wordsOf(edit.base), theirs: wordsOf(stored), mine: wordsOf(edit.mine()) }
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({})
  const sides = Object.fromEntries(merge.map(({ key, side }) => [key, chosen[key] ?? side]))
  return (
    <Section
      title="Somebody else saved this meanwhile"
      lead={
        <>
          {conflict.changedBy ?? 'Somebody'} changed it
          {conflict.changedAt ? (
            <>
              {' '}
              <RelativeTime at={conflict.changedAt} />
            </>
          ) : null}
          . Choose for each field what it shall be; nothing is lost until you save.
        </>
      }
      actions={
        <>
          <Button appearance="primary" onClick={() => edit.saveOver(mergedRow(documentRow(stored), merge, sides))}>
            Save the chosen values
          </Button>
          <Button onClick={edit.takeStored}>Take theirs</Button>
          <Button onClick={edit.keepEditing}>Keep editing</Button>
        </>
      }
    >
      <Sides
        merge={merge}
        labels={noun.labels}
        words={words}
        sides={sides}
        onChoose={(key, side) => setChosen({ ...chosen, [key]: side })}
      />
    </Section>
  )
}

interface SidesProps {
  readonly merge: readonly Merge[]
  readonly labels: Readonly<Record<string, string>>
  readonly words: Readonly<Record<Side, Readonly<Record<string, string>>>>
  readonly sides: Readonly<Record<string, Side>>
  readonly onChoose: (key: string, side: Side) => void
}

const sideWords: Readonly<Record<Side, string>> = { base: 'Before', theirs: 'Theirs', mine: 'Mine' }

function Sides({ merge, labels, words, sides, onChoose }: SidesProps) {
  return (
    <div className={styles.fields}>
      {merge.map((field) => {
        const label = labels[field.key] ?? labelOf(field.key)
        return (
          <fieldset key={field.key} className={styles.field}>
            <legend className={styles.legend}>{label}</legend>
            <div className={styles.sides}>
              {(['base', 'theirs', 'mine'] as const).map((side) => (
                <div key={side} className={styles.side}>
                  <Radio
                    name={`side ${field.key}`}
                    value={side}
                    label={sideWords[side]}
                    checked={sides[field.key] === side}
                    onChange={() => onChoose(field.key, side)}
                  />
                  <div className={styles.value}>{words[side][field.key] ?? valueWords(field[side])}</div>
                </div>
              ))}
            </div>
          </fieldset>
        )
      })}
    </div>
  )
}
