/** Reports as mail servers write them, about a mail of ours with this number. */
export type Facts = { id: string; host: string; to: string }

const crlf = (text: string) => text.replace(/\r?\n/g, '\r\n')

type Given = Partial<{
  action: string
  status: string
  diagnostic: string
  envelopeId: string | null
  returned: string | null
  subject: string
}>

/** RFC 3464, as Postfix and Exim write it. */
export function standardReport({ id, host, to }: Facts, given: Given = {}): string {
  const { action = 'failed', status = '5.1.1', envelopeId = null } = given
  const diagnostic = given.diagnostic ?? `smtp; 550 5.1.1 <${to}>: Recipient address rejected:\n    User unknown`
  const returned = given.returned === undefined ? `Message-ID: <${id}@${host}>\nSubject: Place` : given.returned
  return crlf(`Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@mx.example.net>
To: returned@example.org
Subject: ${given.subject ?? 'Undelivered Mail Returned to Sender'}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

--b1
Content-Type: text/plain; charset=utf-8

I am sorry to have to inform you that your message could not be delivered.

--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net
${envelopeId === null ? '' : `Original-Envelope-Id: ${envelopeId}\n`}Arrival-Date: Mon, 4 Jun 2018 09:00:00 +0200

Final-Recipient: rfc822; ${to}
Action: ${action}
Status: ${status}
Diagnostic-Code: ${diagnostic}

${
  returned === null
    ? ''
    : `--b1
Content-Type: text/rfc822-headers

${returned}
To: ${to}
References: <something@else.example>

`
}--b1--
`)
}

/** qmail: a letter of words, with the whole mail quoted. */
export const qmailReport = ({ id, host, to }: Facts): string =>
  crlf(`Return-Path: <>
From: MAILER-DAEMON@qmail.example.net
To: returned@example.org
Subject: failure notice

Hi. This is the qmail-send program at qmail.example.net.
I'm afraid I wasn't able to deliver your message to the following addresses.

<${to}>:
192.0.2.7 does not like recipient.
Remote host said: 550 5.2.2 Mailbox full
Giving up on 192.0.2.7.

--- Below this line is a copy of the message.

Return-Path: <returned@example.org>
Message-ID: <${id}@${host}>
Subject: Place
`)

/** Somebody is away: an answer to our mail, which arrived. */
export const outOfOffice = ({ id, host, to }: Facts): string =>
  crlf(`From: ${to}
To: returned@example.org
Subject: Absence
Auto-Submitted: auto-replied
In-Reply-To: <${id}@${host}>
References: <${id}@${host}>

Je suis en congé jusqu’au 550e jour. <${id}@${host}>
`)

/** A letter of a person who answers us. */
export const letter = ({ id, host, to }: Facts): string =>
  crlf(`From: ${to}
To: returned@example.org
Subject: Re: Place
In-Reply-To: <${id}@${host}>

550 5.1.1 is a strange number.
`)
