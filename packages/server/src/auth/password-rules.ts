import { AppError, PASSWORD_LENGTH_MAX } from '@unified-routing/contract'
import { dictionary } from '@zxcvbn-ts/language-common'

/** Who a password is for: what others know about them makes a poor secret. */
export interface PasswordOwner {
  readonly name: string
  readonly email: string
}

/** What must not be most of a password. Shorter words may occur in a good phrase. */
const WORD_LENGTH_MIN = 4
/** Characters that must be left when the known words are taken out. */
const OWN_LENGTH_MIN = 6
const DIFFERENT_CHARACTERS_MIN = 4

let common: ReadonlySet<string> | null = null

/** What is wrong with a password, as the end of a sentence; null: nothing.
 *
 * Length and what attackers try first are what counts; rules about digits and signs make people write
 * Password1 (NIST SP 800-63B). Spaces and every character of Unicode are welcome. */
export function passwordProblem(password: string, owner: PasswordOwner, lengthMin: number): string | null {
  const characters = [...password.normalize('NFKC')]
  if (characters.length < lengthMin) return `must have at least ${lengthMin} characters; a phrase of some words is best`
  if (characters.length > PASSWORD_LENGTH_MAX) return `must have at most ${PASSWORD_LENGTH_MAX} characters`
  if (new Set(characters).size < DIFFERENT_CHARACTERS_MIN) return 'must not repeat the same few characters'
  const lower = characters.join('').toLowerCase()
  if (isCommon(lower)) return 'is one of the passwords that are tried first; take another'
  const rest = knownWords(owner).reduce((left, word) => left.replaceAll(word, ''), lower)
  if (rest !== lower && rest.length < OWN_LENGTH_MIN) return 'must be more than your name, address or the product'
  return null
}

export interface PasswordChoice {
  readonly password: string
  readonly owner: PasswordOwner
  readonly lengthMin: number
  /** The member of the request that holds it. */
  readonly member?: 'password' | 'newPassword'
}

/** Fails as `invalid` at its member of the body when the password breaks the rules. */
export function requireGoodPassword({ password, owner, lengthMin, member = 'password' }: PasswordChoice): void {
  const message = passwordProblem(password, owner, lengthMin)
  if (message === null) return
  throw new AppError('invalid', `The password ${message}.`, { errors: [{ path: `body.${member}`, message }] })
}

/** Also when digits or signs were hung on at the end, as people do. */
function isCommon(lower: string): boolean {
  common ??= new Set(dictionary['passwords-common'])
  const stem = lower.replace(/[^\p{L}]+$/u, '')
  return common.has(lower) || (lower.length - stem.length <= TAIL_LENGTH_MAX && common.has(stem))
}

const TAIL_LENGTH_MAX = 4

function knownWords({ name, email }: PasswordOwner): readonly string[] {
  const words = [...name.toLowerCase().split(/[^\p{L}\p{N}]+/u), ...email.toLowerCase().split(/[^\p{L}\p{N}]+/u)]
  return ['unifiedrouting', 'unified', 'routing', 'omnichannel', ...words].filter(
    (word) => word.length >= WORD_LENGTH_MIN,
  )
}
