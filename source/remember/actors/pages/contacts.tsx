import type { Visit } from '#ground/house.ts'
import { languageName, list as listed } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { lowerFirst } from '#ground/languages/say.ts'
import { show } from '#ground/languages/text.ts'
import { redirect, text } from '#ground/web/answer.ts'
import { readForm } from '#ground/web/form.ts'
import { Buttons, LinkButton } from '#ground/web/parts/form.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { Facts, Multilingual, Note } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent } from '#ground/web/sent-once.ts'
import { edtfInWords } from '../../acts/edtf-in-words.ts'
import { contactsWords } from '../../messages/contacts.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { memoryWords } from '../../messages/memory.ts'
import { postsWords } from '../../messages/posts.ts'
import { servicesWords } from '../../messages/services.ts'
import { addressIn, memoryOf, reading } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { confirmPage, dayFilter, idIn, memoryToWrite } from '../../pages/writing.tsx'
import { removeContact } from '../acts/remove-record.ts'
import { telephoneUri } from '../rules/telephone.ts'
import { type Card, vcards } from '../rules/vcard.ts'
import { allContacts, type ContactLine, contactsOnAPage, listContacts, readContact } from '../store/contacts.ts'
import { addressOf } from './actors.tsx'
import { Name, nameOf } from './parts.tsx'

/** The memory, for pages that those inside read alone. @throws Refusal `not-found` for everybody else */
async function memoryFromInside(visit: Visit) {
  const memory = await memoryOf(visit)
  if (!memory.inside) throw notFound()
  return memory
}

/** GET /:l/territories/:slug/contacts: whom the office knows. */
export async function showContacts(visit: Visit): Promise<Response> {
  const { locale } = visit
  const memory = await memoryFromInside(visit)
  const asked = visit.url.searchParams
  const wish = {
    words: (asked.get('q') ?? '').slice(0, 200),
    page: Math.max(1, Math.trunc(Number(asked.get('page'))) || 1),
  }
  const list = await reading(visit, memory, tx => listContacts(tx, memory.id, locale, wish))
  const words = contactsWords[locale]
  const at = (path: string) => addressIn(visit, memory, path)
  return memoryPage(
    visit,
    memory,
    { title: words.title, lead: words.lead, section: 'actors' },
    <>
      <Buttons>
        {memory.edits ? <LinkButton href={at('/contacts/new')}>{words.add}</LinkButton> : null}
        {list.total > 0 ? <a href={at('/contacts.vcf')}>{words.all}</a> : null}
        <a href={at('/actors')}>{words.actorsLink}</a>
      </Buttons>
      <DataTable<ContactLine>
        t={parts[locale]}
        caption={words.title}
        quiet
        address={addressOf(visit, memory, '/contacts')}
        rows={list.rows}
        rowLink={row => at(`/contacts/${row.id}`)}
        filters={[{ name: 'q', label: words.words, value: wish.words }, ...dayFilter(visit, memory)]}
        paging={{
          page: wish.page,
          pages: Math.ceil(list.total / contactsOnAPage),
          size: contactsOnAPage,
          total: list.total,
        }}
        columns={[
          { key: 'name', heading: words.name, cell: row => nameOf(locale, row, true) },
          { key: 'role', heading: words.role, cell: row => <Name locale={locale} name={row.role} /> },
          {
            key: 'organisation',
            heading: words.organisation,
            cell: row =>
              row.organisation ? (
                <a href={at(`/actors/${row.organisation.id}`)}>
                  <Name locale={locale} name={row.organisation.name} />
                </a>
              ) : (
                '–'
              ),
          },
          { key: 'languages', heading: words.languages, cell: row => languagesIn(locale, row.languages) },
          {
            key: 'last',
            heading: words.last,
            cell: row => (row.last ? edtfInWords(locale, row.last) : words.never),
          },
        ]}
        empty={{ title: words.empty, text: words.emptyText }}
      />
    </>,
  )
}

/** As it was written, to be called where one number can be told. */
function Telephone({ number }: { number: string }) {
  const uri = telephoneUri(number)
  const shown = number.replaceAll(' ', '\u00a0')
  return uri === null ? <span dir="ltr">{shown}</span> : <a href={uri}>{shown}</a>
}

const languagesIn = (locale: Locale, languages: readonly string[]) =>
  languages.length === 0
    ? '–'
    : listed(
        locale,
        languages.map(language => languageName(locale, language)),
      )

/** GET …/contacts/:id: one of them; outside, who holds a public office, where their line is shown, by name and posts alone. */
export async function showContact(visit: Visit): Promise<Response> {
  const { locale } = visit
  const memory = await memoryOf(visit)
  const id = idIn(visit)
  const contact = await reading(visit, memory, tx => readContact(tx, memory.id, id, { locale, inside: memory.inside }))
  if (!contact) throw notFound()
  const words = contactsWords[locale]
  const at = (path: string) => addressIn(visit, memory, path)
  const title = nameOf(locale, contact, memory.inside)
  const role = show(contact.role, locale)
  const { email, telephone, organisation } = contact
  const facts = [
    role ? { term: words.role, value: <Multilingual t={parts[locale]} locale={locale} shown={role} /> } : null,
    organisation
      ? {
          term: words.organisation,
          value: (
            <a href={at(`/actors/${organisation.id}`)}>
              <Name locale={locale} name={organisation.name} />
            </a>
          ),
        }
      : null,
    ...(memory.inside
      ? [
          telephone
            ? {
                term: words.telephone,
                value: <Telephone number={telephone} />,
              }
            : null,
          email ? { term: words.email, value: <a href={`mailto:${email}`}>{email}</a> } : null,
          { term: words.languages, value: languagesIn(locale, contact.languages) },
          contact.during ? { term: words.during, value: edtfInWords(locale, contact.during) } : null,
          { term: words.last, value: contact.last ? edtfInWords(locale, contact.last) : words.never },
          { term: fieldsWords[locale].circle, value: memoryWords[locale].circles[contact.visibility] },
        ]
      : []),
  ].filter(fact => fact !== null)
  return memoryPage(
    visit,
    memory,
    { title, section: 'actors', above: memory.inside ? [{ label: words.title, path: '/contacts' }] : [] },
    <>
      <Facts facts={facts} />
      {memory.inside ? (
        <Buttons>
          {memory.edits ? <LinkButton href={at(`/contacts/${id}/edit`)}>{words.edit}</LinkButton> : null}
          <a href={at(`/contacts/${id}/card.vcf`)}>{words.one}</a>
          {memory.edits ? <a href={at(`/contacts/${id}/remove`)}>{words.remove}</a> : null}
        </Buttons>
      ) : null}
      {memory.inside && contact.publicOffice ? (
        <Note>
          <p>{words.kept}</p>
        </Note>
      ) : null}
      <Section
        title={words.posts}
        lines={contact.appointments.map(one => ({
          href: at(`/posts/${one.post.id}`),
          name: <Name locale={locale} name={one.post.name} />,
          more: [
            edtfInWords(locale, one.during),
            one.acting ? lowerFirst(locale, postsWords[locale].acting) : '',
            one.carriedOver ? lowerFirst(locale, postsWords[locale].carriedOver) : '',
          ],
        }))}
      />
      <Section
        title={words.meetings}
        lines={contact.meetings.map(one => ({
          href: at(`/journal/${one.id}`),
          name: (
            <span lang={one.language === locale ? undefined : one.language} dir="auto">
              {one.title}
            </span>
          ),
          more: [edtfInWords(locale, one.during)],
        }))}
      />
      <Section
        title={words.duties}
        lines={contact.duties.map(one => ({
          href: at(`/${one.of}/${one.record.id}`),
          name: <Name locale={locale} name={one.record.name} />,
          more: [servicesWords[locale].roles[one.role as 'leads']],
        }))}
      />
    </>,
  )
}

type Line = { href: string; name: unknown; more: string[] }

function Section({ title, lines }: { title: string; lines: readonly Line[] }) {
  return lines.length === 0 ? null : (
    <section class="stack">
      <h2>{title}</h2>
      <ul>
        {lines.map(line => (
          <li>
            <a href={line.href}>{line.name as string}</a>
            <span class="small"> – {line.more.filter(Boolean).join(', ')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const cardOf = (contact: Omit<ContactLine, 'last' | 'role'>, role: string | null, revised: Temporal.Instant): Card => ({
  uid: contact.id,
  given: contact.given,
  family: contact.family,
  organisation: contact.organisation?.name?.text ?? null,
  title: role,
  languages: [...(contact.writeIn ? [contact.writeIn] : []), ...contact.languages],
  telephone: contact.telephone,
  email: contact.email,
  revised,
})

const asCard = (visit: Visit, cards: readonly Card[], name: string) =>
  text(visit, vcards(cards), 'text/vcard; charset=utf-8', {
    'content-disposition': `attachment; filename="${name}.vcf"`,
    'cache-control': 'no-store',
  })

/** GET …/contacts.vcf: all of them, for an address book. */
export async function sendCards(visit: Visit): Promise<Response> {
  const memory = await memoryFromInside(visit)
  const contacts = await reading(visit, memory, tx => allContacts(tx, memory.id, visit.locale))
  const now = visit.house.clock.now()
  const cards = contacts.map(contact => cardOf(contact, contact.role?.text ?? null, now))
  return asCard(visit, cards, `${memory.slug}-contacts`)
}

/** GET …/contacts/:id/card.vcf */
export async function sendCard(visit: Visit): Promise<Response> {
  const memory = await memoryFromInside(visit)
  const contact = await reading(visit, memory, tx =>
    readContact(tx, memory.id, idIn(visit), { locale: visit.locale, inside: true }),
  )
  if (!contact) throw notFound()
  const role = show(contact.role, visit.locale)?.text ?? null
  return asCard(visit, [cardOf(contact, role, visit.house.clock.now())], 'contact')
}

/** GET …/contacts/:id/remove */
export async function showRemoveContact(visit: Visit): Promise<Response> {
  const { locale } = visit
  const memory = await memoryToWrite(visit)
  const id = idIn(visit)
  const contact = await reading(visit, memory, tx => readContact(tx, memory.id, id, { locale, inside: memory.inside }))
  if (!contact) throw notFound()
  const words = contactsWords[locale]
  return confirmPage(visit, memory, {
    section: 'actors',
    title: words.removeTitle(nameOf(locale, contact, true)),
    told: <p>{contact.publicOffice ? words.removeTextPublic : words.removeText}</p>,
    button: words.remove,
    back: `/contacts/${id}`,
    tellsNoReason: true,
  })
}

/** POST …/contacts/:id/remove */
export async function sendRemoveContact(visit: Visit): Promise<Response> {
  const memory = await memoryToWrite(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(visit.house, sent.once)
  if (led) return redirect(visit, led)
  const location = addressIn(visit, memory, '/contacts')
  const done = await removeContact(visit.house, visit.actor, {
    space: memory.id,
    id: idIn(visit),
    once: { key: sent.once, location },
  })
  const words = contactsWords[visit.locale]
  return redirect(visit, location, { tone: 'done', text: done === 'forgotten' ? words.removed : words.removedPublic })
}
