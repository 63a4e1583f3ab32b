import type { Child } from 'hono/jsx'
import type { Visit } from '../../house.ts'
import { page } from '../../web/answer.ts'
import { layout } from '../../web/layout.tsx'
import { Styleguide } from '../../web/parts/styleguide.tsx'
import { PageHead } from '../../web/parts/text.tsx'
import { about } from '../messages/about.ts'
import { parts } from '../messages/parts.ts'

/** What was done so that everybody can use the site, what was not, and where to say that something stops one. */
export async function accessibilityPage(visit: Visit): Promise<Response> {
  const t = about[visit.locale].accessibility
  return page(
    visit,
    layout(
      visit,
      { title: t.title, description: t.lead, breadcrumb: [{ label: t.title }] },
      <>
        <PageHead title={t.title} lead={t.lead} />
        <div class="stack">
          <Section title={t.aim}>
            <Texts texts={t.aimText} />
          </Section>
          <Section title={t.tested}>
            <Items items={t.testedItems} />
          </Section>
          <Section title={t.notTested}>
            <Items items={t.notTestedItems} />
          </Section>
          <Section title={t.report}>
            <p>{t.reportText}</p>
            <WriteTo visit={visit} />
          </Section>
        </div>
      </>,
    ),
  )
}

/** What is kept of people, where, how long, and what they can ask. */
export async function privacyPage(visit: Visit): Promise<Response> {
  const t = about[visit.locale].privacy
  return page(
    visit,
    layout(
      visit,
      { title: t.title, description: t.lead, breadcrumb: [{ label: t.title }] },
      <>
        <PageHead title={t.title} lead={t.lead} />
        <div class="stack">
          <Section title={t.kept}>
            <Items items={t.keptItems} />
          </Section>
          <Section title={t.where}>
            <Texts texts={t.whereText} />
          </Section>
          <Section title={t.long}>
            <Items items={t.longItems} />
          </Section>
          <Section title={t.offices}>
            <Texts texts={t.officesText} />
            <Items items={t.officesItems} />
            <WriteTo visit={visit} />
          </Section>
          <Section title={t.rights}>
            <Texts texts={t.rightsText} />
          </Section>
          <Section title={t.cookies}>
            <p>{t.cookiesText}</p>
            <Items items={t.cookiesItems} />
          </Section>
        </div>
      </>,
    ),
  )
}

/** Every component of the house in each of its states. */
export async function styleguidePage(visit: Visit): Promise<Response> {
  const t = parts[visit.locale]
  return page(
    visit,
    layout(visit, { title: t.styleguide.title, noIndex: true }, <Styleguide t={t} locale={visit.locale} />),
  )
}

/** The address of those who run this site. Without a mail server, nobody reads mail at the address that mails would come from. */
function WriteTo({ visit }: { visit: Visit }) {
  const { smtpUrl, mailFrom } = visit.house.settings
  if (smtpUrl === null) return null
  return <p>{about[visit.locale].accessibility.writeTo(/<([^<>]+)>/.exec(mailFrom)?.[1] ?? mailFrom)}</p>
}

function Section({ title, children }: { title: string; children?: Child }) {
  return (
    <section class="prose">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

const Texts = ({ texts }: { texts: readonly string[] }) => (
  <>
    {texts.map(text => (
      <p>{text}</p>
    ))}
  </>
)

const Items = ({ items }: { items: readonly string[] }) => (
  <ul class="close">
    {items.map(item => (
      <li>{item}</li>
    ))}
  </ul>
)
