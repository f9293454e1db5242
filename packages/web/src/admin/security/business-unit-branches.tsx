import { Button } from '@fluentui/react-components'
import type { BusinessUnitView } from '@unified-routing/contract'
import styles from './business-unit-branches.module.css'
import { type BusinessUnitBranch, membersText, obstacleText } from './business-unit-tree.ts'

interface BranchActions {
  readonly units: readonly BusinessUnitView[]
  readonly onAdd: (parent: string) => void
  readonly onMove: (unit: BusinessUnitView) => void
  readonly onDelete: (unit: BusinessUnitView) => void
}

/** A tree of business units as lists in lists, each with what can be done with it. */
export function BusinessUnitBranches({ tree, ...actions }: BranchActions & { readonly tree: BusinessUnitBranch }) {
  return (
    <ul className={styles.tree} aria-label="Business units">
      <Branch branch={tree} {...actions} />
    </ul>
  )
}

function Branch({ branch: { unit, below }, ...actions }: BranchActions & { readonly branch: BusinessUnitBranch }) {
  return (
    <li>
      <Line unit={unit} {...actions} />
      {below.length === 0 ? null : (
        <ul className={styles.below} aria-label={`Below ${unit.name}`}>
          {below.map((branch) => (
            <Branch key={branch.unit.name} branch={branch} {...actions} />
          ))}
        </ul>
      )}
    </li>
  )
}

function Line({ unit, units, onAdd, onMove, onDelete }: BranchActions & { readonly unit: BusinessUnitView }) {
  const { name } = unit
  const obstacle = obstacleText(unit, units)
  return (
    <div className={styles.line}>
      <div className={styles.words}>
        <span className={styles.name}>{name}</span>
        <span className={styles.detail}>
          {membersText(unit)}
          {obstacle === null ? null : `. ${obstacle}`}
        </span>
      </div>
      <div className={styles.commands}>
        <Button size="small" aria-label={`Add below ${name}`} onClick={() => onAdd(name)}>
          Add below
        </Button>
        {unit.parent === null ? null : (
          <Button size="small" aria-label={`Move ${name}`} onClick={() => onMove(unit)}>
            Move
          </Button>
        )}
        {obstacle === null ? (
          <Button size="small" aria-label={`Delete ${name}`} onClick={() => onDelete(unit)}>
            Delete
          </Button>
        ) : null}
      </div>
    </div>
  )
}
