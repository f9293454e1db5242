import { randomInt } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Letters and digits that nobody mixes up when reading them aloud. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPS = 4
const GROUP_LENGTH = 5

/** The file in the data directory that tells its owner, and nobody else, how to sign in. */
export interface SignInFile {
  readonly path: string
  /** Null: there is no file, because another server made the accounts, or because somebody removed it. */
  read(): Promise<string | null>
  /** The password in the file; a new one, written first, when there is none. */
  readOrCreate(administratorEmail: string): Promise<string>
}

export function createSignInFile(directory: string): SignInFile {
  const path = join(directory, 'sign-in.txt')
  async function read(): Promise<string | null> {
    const text = await readFile(path, 'utf8').catch(() => '')
    return /^Password: (\S+)$/m.exec(text)?.[1] ?? null
  }
  return {
    path,
    read,
    async readOrCreate(administratorEmail) {
      const present = await read()
      if (present !== null) return present
      const password = newPassword()
      await mkdir(directory, { recursive: true })
      const lines = [
        'How to sign in to this installation of Unified Routing.',
        `Administrator: ${administratorEmail}`,
        `Password: ${password}`,
        'The people of the demo organization sign in with their e-mail addresses and the same password.',
      ]
      await writeFile(path, `${lines.join('\n')}\n`, { mode: 0o600 })
      return password
    },
  }
}

/** About 99 bits. */
function newPassword(): string {
  const letter = () => ALPHABET.charAt(randomInt(ALPHABET.length))
  const group = () => Array.from({ length: GROUP_LENGTH }, letter).join('')
  return Array.from({ length: GROUPS }, group).join('-')
}
