import type { Condition, Configuration } from '@unified-routing/routing'
import type { ReactNode } from 'react'
import type { Vocabulary } from '../condition/vocabulary.ts'

/** What every rule has, whatever comes of it. */
export interface NamedRule {
  readonly name: string
  readonly when: Condition
}

/** A list of rules of one kind at one place of the document: how it is read, changed, and put into words. */
export interface RuleKind<Rule extends NamedRule> {
  /** "Intake rules of Case": names the list. */
  readonly title: string
  /** What happens when a rule is met, over its column: "Workstream", "Sets". */
  readonly outputTitle: string
  readonly max: number
  /** The document gives these no names; their places serve as such. */
  readonly isUnnamed?: boolean
  /** Where the list stands in the document, as problems name it: "recordTypes[0].intakeRules". */
  readonly path: string
  readonly vocabulary: Vocabulary
  /** The document with other rules in this place. */
  readonly withRules: (rules: readonly Rule[]) => Configuration
  readonly newRule: (name: string) => Rule
  readonly outputText: (rule: Rule) => string
  readonly renderOutput: (props: OutputProps<Rule>) => ReactNode
}

export interface OutputProps<Rule> {
  readonly rule: Rule
  readonly onChange: (rule: Rule) => void
}
