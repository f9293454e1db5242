/** Every text of the widget, in English. A widget's settings may replace any of them; {n} and {name} are filled in. */
export const englishTexts = {
  again: 'That did not work. Please try again later.',
  answerRequired: 'Please answer this question.',
  attach: 'Attach a file',
  cancelEnd: 'Keep chatting',
  composer: 'Message',
  confirmEnd: 'End this chat?',
  connectionLost: 'The connection is lost. It comes back as soon as it can.',
  connecting: 'Connecting …',
  consentRequired: 'Please agree to go on.',
  conversation: 'Conversation',
  dismiss: 'Dismiss',
  downloadFile: 'Download {name}',
  ended: 'The chat has ended.',
  end: 'End chat',
  email: 'E-mail address',
  failed: 'Not sent.',
  fileTooBig: '{name} is too big: a file may have {size}.',
  fileWrongType: '{name} is of a type that cannot be sent here.',
  invitation: 'Invitation to chat',
  inviteAccept: 'Chat now',
  mail: 'Send me the transcript',
  mailed: 'The transcript is on its way to {email}.',
  messageTooLong: 'A message may have {n} characters; this one has {actual}.',
  minimise: 'Minimise',
  newMessage: 'New message from {name}: {text}',
  open: 'Open chat',
  openUnread: 'Open chat, {n} unread',
  optional: 'optional',
  outOfHours: 'We are closed right now. Please come back during our opening hours.',
  previous: 'Your last chat still goes on.',
  problem: 'The chat cannot be started right now. Please try again later.',
  rating: '{n} of 5',
  representative: 'Representative',
  resume: 'Continue that chat',
  retry: 'Try again',
  sending: 'Sending …',
  send: 'Send',
  sendAnswers: 'Send answers',
  sent: 'Sent',
  signInFailed: 'We could not confirm who you are. Please sign in again.',
  soundOff: 'Turn sound off',
  soundOn: 'Turn sound on',
  startNew: 'Start a new chat',
  start: 'Start chat',
  suggestions: 'Suggested answers',
  system: 'Information',
  thanks: 'Thank you for your answers.',
  transcript: 'Download transcript',
  typing: '{name} is typing …',
  waiting: 'Somebody will be with you shortly. You can write already.',
  you: 'You',
  choose: 'Choose …',
} as const

export type TextKey = keyof typeof englishTexts
export type Texts = Readonly<Record<TextKey, string>>

/** The English texts with those that the settings replace. */
export function textsWith(replaced: Readonly<Record<string, unknown>>): Texts {
  const texts: Record<TextKey, string> = { ...englishTexts }
  for (const key of textKeys) {
    const own = replaced[key]
    if (typeof own === 'string' && own !== '') texts[key] = own
  }
  return texts
}

const textKeys: readonly TextKey[] = Object.keys(englishTexts).filter(isTextKey)

function isTextKey(key: string): key is TextKey {
  return key in englishTexts
}

/** Puts values in the places of a text. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
}
