import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { mail as mailWords } from '#ground/languages/messages/mail.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { reason } from '#ground/mail/pages/words.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { redirect } from '#ground/web/answer.ts'
import { readForm } from '#ground/web/form.ts'
import { Button, Buttons, Form } from '#ground/web/parts/form.tsx'
import { Note } from '#ground/web/parts/notices.tsx'
import { forbidden } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { sendTestMail } from '../acts/test-mail.ts'
import { testMail } from '../store/installation.ts'
import { after, setupPage, setupPath, wordsFor } from './steps.tsx'

type Tested = NonNullable<Awaited<ReturnType<typeof testMail>>>

/** GET /:l/setup/mail?test=ID: how mail is set, and what became of the test. */
export async function showMailTest(visit: Visit): Promise<Response> {
  const { house, locale, signedIn } = visit
  if (!signedIn) throw forbidden()
  const words = wordsFor(visit)
  const asked = visit.url.searchParams.get('test') ?? ''
  const tested = isUuid(asked) ? await as(house.db, visit.actor, tx => testMail(tx, asked, signedIn.personId)) : null
  const { smtpUrl, mailFrom } = house.settings
  if (tested && isOnItsWay(visit, tested)) visit.headers.set('refresh', '2')
  return setupPage(
    visit,
    words.mail,
    <div class="stack">
      <dl class="facts">
        <dt>{words.mail.server}</dt>
        <dd>{smtpUrl === null ? words.mail.none : serverOf(smtpUrl)}</dd>
        <dt>{words.mail.from}</dt>
        <dd>{mailFrom}</dd>
      </dl>
      {smtpUrl === null ? (
        <Note tone="warning" title={words.mail.none}>
          <p>{words.mail.noneText}</p>
          <p>{words.mail.howTo}</p>
        </Note>
      ) : null}
      {tested ? <Result visit={visit} tested={tested} /> : null}
      <Form t={parts[locale]} action={setupPath(visit, 'mail')} once={newOnceKey(house.keys)} short>
        <Buttons>
          <Button kind={tested ? 'secondary' : 'primary'}>
            {tested ? words.mail.again : words.mail.send(signedIn.email)}
          </Button>
          <a href={after(visit, 'mail')}>{words.mail.goOn}</a>
        </Buttons>
      </Form>
    </div>,
  )
}

/** POST /:l/setup/mail */
export async function sendMailTest(visit: Visit): Promise<Response> {
  const { house, locale, signedIn } = visit
  if (!signedIn) throw forbidden()
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const location = (id: string) => `${setupPath(visit, 'mail')}?test=${id}`
  const id = await sendTestMail(house, signedIn, locale, { once: sent.once, location })
  return redirect(visit, location(id))
}

// Host and port alone: what stands before them is a secret.
const serverOf = (smtpUrl: string) => new URL(smtpUrl).host

const isOnItsWay = (visit: Visit, { state }: Tested) =>
  visit.house.settings.smtpUrl !== null && (state === 'to_send' || state === 'sending')

function Result({ visit, tested }: { visit: Visit; tested: Tested }) {
  const words = wordsFor(visit).mail
  const { smtpUrl } = visit.house.settings
  const why = reason(mailWords[visit.locale], tested.error)
  const list = <a href={`/${visit.locale}/administration/mails/${tested.id}`}>{words.list}</a>
  const inside =
    smtpUrl === null ? (
      <Note tone="plain">
        <p>{words.waits}</p>
        <p>{list}</p>
      </Note>
    ) : tested.state === 'sent' ? (
      <Note tone="success">
        <p>{words.left(serverOf(smtpUrl))}</p>
      </Note>
    ) : isOnItsWay(visit, tested) ? (
      <Note tone="plain">
        <p>{words.onItsWay}</p>
      </Note>
    ) : (
      <Note tone="problem" title={words.notLeft}>
        {why ? (
          <p>
            {why.words} {why.detail === '' ? null : <code dir="auto">{why.detail}</code>}
          </p>
        ) : null}
        {tested.state === 'waiting_retry' ? <p>{words.triesAgain}</p> : null}
        <p>{list}</p>
      </Note>
    )
  return (
    <section class="stack" aria-labelledby="result" role="status">
      <h2 id="result">{words.result}</h2>
      {inside}
    </section>
  )
}
