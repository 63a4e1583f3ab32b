import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { languageName } from '#ground/languages/format.ts'
import { isLocale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { page, text } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { Button, type ButtonKind, Buttons } from '#ground/web/parts/buttons.tsx'
import { Form } from '#ground/web/parts/form.tsx'
import { Note } from '#ground/web/parts/notices.tsx'
import { State } from '#ground/web/parts/places.tsx'
import { Card, Columns, Facts, PageHead, Paragraphs } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { may } from '#ground/web/visit.ts'
import type { Composed } from '../acts/compose.ts'
import { frameMail } from '../acts/frame.ts'
import { lookAtMail } from '../acts/look.ts'
import { messageId } from '../acts/message.ts'
import { canCancel, canRetry, canSendAgain } from '../rules/retry.ts'
import { type FoundMail, findMail } from '../store/read.ts'
import { longUtc, nameOfTemplate, reason, recipient, standing, wordsOf } from './words.ts'

async function look(visit: Visit): Promise<{ mail: FoundMail; composed: Composed | 'broken' }> {
  const mail = await as(visit.house.db, visit.actor, tx => findMail(tx, visit.param('id')))
  if (!mail) throw notFound()
  return { mail, composed: await lookAtMail(visit.house, visit.actor, may(visit, 'administer'), mail) }
}

/** One mail: what it says, where it stands, what can be done with it. */
export async function oneMail(visit: Visit): Promise<Response> {
  const { mail, composed } = await look(visit)
  const t = wordsOf(visit)
  const { locale, house } = visit
  const list = `/${locale}/administration/mails`
  const address = `${list}/${mail.id}`
  const words = composed !== 'broken' && composed.ok ? composed.words : null
  const language = isLocale(mail.language) ? mail.language : 'en'
  const title = words?.subject ?? nameOfTemplate(house, mail.template, locale)
  const why = reason(t, mail.last_error, mail.bounce)
  const stands = standing(t, mail)
  const facts = [
    { term: t.one.to, value: <bdi>{recipient(t, mail.person)}</bdi> },
    { term: t.one.from, value: house.settings.mailFrom },
    { term: t.one.language, value: languageName(locale, mail.language) },
    { term: t.one.written, value: longUtc(t, locale, mail.created_at) },
    ...(mail.state === 'to_send' ? [{ term: t.one.due, value: longUtc(t, locale, mail.due_at) }] : []),
    ...(mail.state === 'waiting_retry' ? [{ term: t.one.nextTry, value: longUtc(t, locale, mail.due_at) }] : []),
    ...(mail.sent_at ? [{ term: t.one.sent, value: longUtc(t, locale, mail.sent_at) }] : []),
    ...(mail.bounced_at ? [{ term: t.returned.cameBackOn, value: longUtc(t, locale, mail.bounced_at) }] : []),
    ...(mail.delayed_at && !mail.bounced_at
      ? [{ term: t.returned.delayedOn, value: longUtc(t, locale, mail.delayed_at) }]
      : []),
    { term: t.one.tries, value: String(mail.attempts) },
    ...(words?.attachments?.length
      ? [{ term: t.one.attachments, value: words.attachments.map(part => part.name).join(', ') }]
      : []),
    { term: t.one.identifier, value: <code>{messageId(house, mail.id)}</code> },
  ]
  return page(
    visit,
    layout(
      visit,
      { title, office: true, breadcrumb: [{ label: t.list.title, href: list }, { label: title }] },
      <>
        <PageHead kicker={t.one.kicker} title={<span lang={words ? language : undefined}>{title}</span>} />
        <Columns
          card={
            <Card>
              <p>
                <State kind={stands.kind}>{stands.words}</State>
              </p>
              {why ? <p>{why.words}</p> : null}
              {why && why.detail !== '' ? (
                <p>
                  <code>{why.detail}</code>
                </p>
              ) : null}
              <Actions visit={visit} mail={mail} address={address} />
            </Card>
          }
        >
          <Facts facts={facts} />
          <h2>{t.one.words}</h2>
          <WhatItSays visit={visit} mail={mail} composed={composed} address={address} />
        </Columns>
      </>,
    ),
  )
}

function Actions({ visit, mail, address }: { visit: Visit; mail: FoundMail; address: string }) {
  const t = wordsOf(visit)
  const actions: [allowed: boolean, name: keyof typeof t.actions & string, kind: ButtonKind][] = [
    [canRetry(mail.state), 'retry', 'primary'],
    [canSendAgain(mail.state) && mail.person.email !== null, 'again', 'secondary'],
    [canCancel(mail.state), 'cancel', 'danger'],
  ]
  return (
    <>
      {actions
        .filter(([allowed]) => allowed)
        .map(([, name, kind]) => (
          <Form
            t={parts[visit.locale]}
            action={`${address}/${name}`}
            once={name === 'again' ? newOnceKey(visit.house.keys) : undefined}
            short
          >
            <Buttons>
              <Button kind={kind}>{t.actions[name]}</Button>
            </Buttons>
          </Form>
        ))}
    </>
  )
}

type WhatItSaysProps = { visit: Visit; mail: FoundMail; composed: Composed | 'broken'; address: string }

function WhatItSays({ visit, mail, composed, address }: WhatItSaysProps) {
  const t = wordsOf(visit)
  if (composed === 'broken') {
    return (
      <Note tone="problem" title={t.one.broken}>
        {t.one.brokenText}
      </Note>
    )
  }
  if (!composed.ok) {
    const said = composed.because === 'nothing-to-say' ? t.one.wordlessText : t.reasons[composed.because]
    return <Note title={t.one.wordless}>{said}</Note>
  }
  const framed = frameMail(composed.words, composed.locale, visit.house.settings.publicUrl, visit.house.look)
  const { action } = composed.words
  const language = mail.language === visit.locale ? undefined : composed.locale
  return (
    <>
      <div class="prose">
        <Paragraphs text={framed.text} language={language} />
      </div>
      {action ? (
        <p class="buttons" lang={language}>
          <a class="button secondary" href={action.url}>
            {action.label}
          </a>
        </p>
      ) : null}
      <p>
        <a href={`${address}/html`}>{t.one.html}</a>
      </p>
    </>
  )
}

/**
 * The HTML part, as it leaves. Its styles stand in it, so it has a policy of its own: styles but no script, no picture,
 * and nothing of our pages' rights.
 */
export async function htmlOfMail(visit: Visit): Promise<Response> {
  const { composed } = await look(visit)
  if (composed === 'broken' || !composed.ok) throw notFound()
  const { html } = frameMail(composed.words, composed.locale, visit.house.settings.publicUrl, visit.house.look)
  return text(visit, html, 'text/html; charset=utf-8', {
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation",
  })
}
