import nodemailer from 'nodemailer'

const CONNECT_WITHIN_MS = 5_000
const ANSWER_WITHIN_MS = 10_000

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Sends e-mail. Rejects when the mail server does not take it. */
export interface Mailer {
  send(mail: Mail): Promise<void>
}

export interface MailSettings {
  /** smtp:// or smtps://, with name and password where the mail server wants them. */
  readonly smtpUrl: string
  readonly from: string
}

export function createMailer({ smtpUrl, from }: MailSettings): Mailer {
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    connectionTimeout: CONNECT_WITHIN_MS,
    greetingTimeout: CONNECT_WITHIN_MS,
    socketTimeout: ANSWER_WITHIN_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send(mail) {
      await transport.sendMail({ from, ...mail })
    },
  }
}
