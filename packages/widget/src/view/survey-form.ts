import { type Answers, type Question, ratings, surveyProblems } from '../chat/survey.ts'
import { fill, type Texts } from '../texts.ts'
import { element, link, setAttributes, setText, show } from './dom.ts'
import { partsOfMarked } from './rich-text.ts'

export interface SurveyFormOptions {
  readonly questions: readonly Question[]
  readonly texts: Texts
  /** What the button says. */
  readonly submit: string
  readonly onAnswered: (answers: Answers) => void
}

interface Field {
  readonly question: Question
  readonly root: HTMLElement
  readonly read: () => string
  readonly tell: (problem: string | null) => void
  readonly focus: () => void
}

/** Questions, before the conversation or after it. */
export class SurveyForm {
  readonly root: HTMLFormElement
  readonly #fields: readonly Field[]

  constructor({ questions, texts, submit, onAnswered }: SurveyFormOptions) {
    this.#fields = questions.map((question, index) => fieldOf(question, `question-${index}`, texts))
    const start = element('button', { type: 'submit', class: 'primary' }, submit)
    this.root = element('form', { class: 'survey', novalidate: true }, ...this.#fields.map(({ root }) => root), start)
    this.root.addEventListener('submit', (event) => {
      event.preventDefault()
      const answers = this.#read()
      const problems = surveyProblems(questions, answers, texts)
      for (const { question, tell } of this.#fields) tell(problems.get(question.name) ?? null)
      const first = this.#fields.find(({ question }) => problems.has(question.name))
      if (first === undefined) onAnswered(answers)
      else first.focus()
    })
  }

  focus(): void {
    this.#fields[0]?.focus()
  }

  #read(): Answers {
    const answered = this.#fields.map(({ question, read }): readonly [string, string] => [question.name, read().trim()])
    return Object.fromEntries(answered.filter(([, answer]) => answer !== ''))
  }
}

function fieldOf(question: Question, id: string, texts: Texts): Field {
  if (question.type === 'rating') return ratingField(question, id, texts)
  if (question.type === 'consent') return consentField(question, id)
  return textField(question, id, texts)
}

function textField(question: Question, id: string, texts: Texts): Field {
  const { control, problem, tell } = withProblem(controlOf(question, id, texts), id)
  const label = element('label', { for: id }, ...labelOf(question, texts))
  return {
    question,
    root: element('div', { class: 'field' }, label, control, problem),
    read: () => control.value,
    tell,
    focus: () => control.focus(),
  }
}

function controlOf({ type, options, isRequired }: Question, id: string, texts: Texts) {
  const attributes = { id, 'aria-required': isRequired ? 'true' : undefined }
  if (type === 'multipleLines') return element('textarea', { ...attributes, rows: '3' })
  if (type !== 'options') return element('input', { ...attributes, type: 'text' })
  const choices = options.map((option) => element('option', { value: option }, option))
  return element('select', attributes, element('option', { value: '' }, texts.choose), ...choices)
}

function consentField(question: Question, id: string): Field {
  const box = element('input', { id, type: 'checkbox', 'aria-required': question.isRequired ? 'true' : undefined })
  const { control, problem, tell } = withProblem(box, id)
  const words = partsOfMarked(question.text).map(({ text, href }) => (href === null ? text : link(text, href)))
  const label = element('label', { for: id }, ...words)
  return {
    question,
    root: element('div', { class: 'field consent' }, element('div', { class: 'row' }, control, label), problem),
    read: () => (control.checked ? 'true' : ''),
    tell,
    focus: () => control.focus(),
  }
}

function ratingField(question: Question, id: string, texts: Texts): Field {
  const boxes = ratings.map((value) => element('input', { type: 'radio', name: id, value, id: `${id}-${value}` }))
  const labels = boxes.map((box) => {
    const label = element('label', {}, box, element('span', { 'aria-hidden': 'true' }, box.value))
    setAttributes(box, { 'aria-label': fill(texts.rating, { n: box.value }) })
    return label
  })
  const group = element('fieldset', {}, element('legend', {}, ...labelOf(question, texts)))
  group.append(element('div', { class: 'rating' }, ...labels))
  const { control, problem, tell } = withProblem(group, id)
  return {
    question,
    root: element('div', { class: 'field' }, control, problem),
    read: () => boxes.find(({ checked }) => checked)?.value ?? '',
    tell,
    focus: () => boxes[0]?.focus(),
  }
}

function labelOf({ text, isRequired }: Question, texts: Texts): readonly (Node | string)[] {
  return isRequired ? [text] : [`${text} `, element('span', { class: 'hint' }, `(${texts.optional})`)]
}

function withProblem<Control extends HTMLElement>(control: Control, id: string) {
  const problem = element('p', { class: 'problem', id: `${id}-problem`, hidden: true })
  const tell = (text: string | null) => {
    setText(problem, text ?? '')
    show(problem, text !== null)
    setAttributes(control, {
      'aria-invalid': text === null ? undefined : 'true',
      'aria-describedby': text === null ? undefined : `${id}-problem`,
    })
  }
  return { control, problem, tell }
}
