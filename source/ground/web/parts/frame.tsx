import type { Child } from 'hono/jsx'
import { type Locale, locales, nameOfLocale } from '#ground/languages/locales.ts'
import type { PartsMessages } from '#ground/languages/messages/parts.en.ts'
import type { Flash } from '../flash.ts'
import { fontAddress, fontFiles } from '../fonts.ts'
import { Mark } from './mark.tsx'
import { Flashes } from './notices.tsx'

export type MenuItem = { href: string; label: string; current?: boolean; place?: 'public' | 'office' }
/** Where a page lies; its words may carry their language. */
export type Crumb = { label: Child; href?: string }

export type FrameProps = {
  t: PartsMessages
  locale: Locale
  /** Title of the page, without the name of the site. */
  title: string
  description?: string | undefined
  /** Whole public address of this page in its language; left out on error pages and pages kept from search engines. */
  canonical?: string | undefined
  /** This same page in each language: what the language links and hreflang name. A path or a whole address. */
  alternates: Readonly<Record<Locale, string>>
  /** Address of the style sheet, with its fingerprint. */
  styles: string
  /** What this installation is called; Perenne when not said. */
  site?: string | undefined
  /** Address of the style sheet of its colour, when it has one of its own. */
  accent?: string | undefined
  /** Address of the home page in this language. */
  home: string
  /** What everybody reads stands beside the name; what people work with, in a line of its own under it. */
  menu?: readonly MenuItem[]
  breadcrumb?: readonly Crumb[]
  /** Who is signed in, and where the sign-out form is sent. */
  person?: { name: string; href?: string; signOut: string; token?: string } | undefined
  /** Address of the sign-in page, shown to whoever is not signed in. */
  signIn?: string | undefined
  /** Above everything, in inverse: the demo's moment. */
  banner?: Child
  /** Under it, on wash: the notice that what is shown is a demonstration. */
  notice?: Child
  flashes?: readonly Flash[]
  /** JSON-LD, link tags of the page. */
  head?: Child
  /** Office pages: wider, and set more closely. */
  wide?: boolean
  /** The page shows a form with errors: its title says so first. */
  failed?: boolean
  noIndex?: boolean
  foot?: { licence?: string; accessibility?: string; source?: string; privacy?: string }
  children?: Child
}

/** The document around every page. The doctype is put before it by `page()` in answer.ts. */
export function Frame(props: FrameProps) {
  const { t, locale, home } = props
  const site = props.site ?? 'Perenne'
  const title = props.failed ? t.frame.failedTitle(props.title) : props.title
  const office = (props.menu ?? []).filter(item => item.place === 'office')
  return (
    <html lang={locale} dir="ltr" class={props.wide ? 'wide' : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${site}`}</title>
        {props.description ? <meta name="description" content={props.description} /> : null}
        {props.noIndex ? <meta name="robots" content="noindex" /> : null}
        <meta name="color-scheme" content="light dark" />
        {fontFiles
          .filter(font => font.preload)
          .map(font => (
            <link rel="preload" href={fontAddress(font.name)} as="font" type="font/woff2" crossorigin="anonymous" />
          ))}
        <link rel="stylesheet" href={props.styles} />
        {props.accent ? <link rel="stylesheet" href={props.accent} /> : null}
        <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
        {props.canonical ? <link rel="canonical" href={props.canonical} /> : null}
        {locales.map(other => (
          <link rel="alternate" hreflang={other} href={props.alternates[other]} />
        ))}
        {props.head}
      </head>
      <body>
        <a class="skip" href="#content">
          {t.frame.skip}
        </a>
        {props.banner || props.notice ? (
          <aside aria-label={t.frame.announcement}>
            {props.banner ? <Strip>{props.banner}</Strip> : null}
            {props.notice ? <Strip tone="notice">{props.notice}</Strip> : null}
          </aside>
        ) : null}
        <div class="frame">
          <header class="top">
            <a class="mark" href={home}>
              <Mark />
              <bdi>{site}</bdi>
            </a>
            <Menu t={t} items={(props.menu ?? []).filter(item => item.place !== 'office')} office={office} />
            <div class="tools">
              <Languages t={t} locale={locale} alternates={props.alternates} />
              <Person t={t} person={props.person} signIn={props.signIn} />
            </div>
          </header>
          {office.length > 0 ? (
            <nav class="office-menu menu-line" aria-labelledby="office-menu">
              <span id="office-menu" class="label">
                {t.frame.workspace}
              </span>
              <MenuList items={office} />
            </nav>
          ) : null}
          <Breadcrumb t={t} crumbs={props.breadcrumb ?? []} />
          <main id="content" tabindex={-1}>
            {props.flashes && props.flashes.length > 0 ? <Flashes t={t} flashes={props.flashes} /> : null}
            {props.children}
          </main>
        </div>
        <Foot t={t} links={props.foot ?? {}} />
      </body>
    </html>
  )
}

function Strip({ tone, children }: { tone?: 'notice'; children?: Child }) {
  return (
    <div class={tone ? `banner ${tone}` : 'banner'}>
      <div class="frame">{children}</div>
    </div>
  )
}

type MenuProps = { t: PartsMessages; items: readonly MenuItem[]; office: readonly MenuItem[] }

function Menu({ t, items, office }: MenuProps) {
  if (items.length + office.length === 0) return null
  // Two lists, of which the style sheet shows one: a <details> cannot be forced open on wide screens everywhere.
  return (
    <nav class="menu menu-line" aria-label={t.frame.mainNavigation}>
      <details>
        <summary>{t.frame.menu}</summary>
        <MenuList items={items} />
        {office.length > 0 ? (
          <>
            <p class="label">{t.frame.workspace}</p>
            <MenuList items={office} />
          </>
        ) : null}
      </details>
      <MenuList items={items} />
    </nav>
  )
}

function MenuList({ items }: { items: readonly MenuItem[] }) {
  return (
    <ul>
      {items.map(item => (
        <li>
          <a href={item.href} aria-current={item.current ? 'page' : undefined}>
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Languages({ t, locale, alternates }: Pick<FrameProps, 't' | 'locale' | 'alternates'>) {
  return (
    <nav aria-label={t.frame.languages}>
      <ul class="languages">
        {locales.map(other => (
          <li>
            {other === locale ? (
              <span class="plain" aria-current="true">
                {nameOfLocale[other]}
              </span>
            ) : (
              <a href={alternates[other]} lang={other} hreflang={other}>
                {nameOfLocale[other]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Person({ t, person, signIn }: Pick<FrameProps, 't' | 'person' | 'signIn'>) {
  if (!person) {
    return signIn ? (
      <div class="person">
        <a href={signIn}>{t.frame.signIn}</a>
      </div>
    ) : null
  }
  return (
    <div class="person">
      <span class="hidden-text">{t.frame.signedInAs(person.name)}</span>
      {person.href ? (
        <a href={person.href}>
          <bdi>{person.name}</bdi>
        </a>
      ) : (
        <bdi class="plain" aria-hidden="true">
          {person.name}
        </bdi>
      )}
      <form method="post" action={person.signOut}>
        {person.token ? <input type="hidden" name="_token" value={person.token} /> : null}
        <button type="submit" class="link-button">
          {t.frame.signOut}
        </button>
      </form>
    </div>
  )
}

function Breadcrumb({ t, crumbs }: { t: PartsMessages; crumbs: readonly Crumb[] }) {
  // One crumb alone would only say the title again.
  if (crumbs.length < 2) return null
  return (
    <nav class="breadcrumb" aria-label={t.frame.breadcrumb}>
      <ol>
        {crumbs.map((crumb, index) => (
          <li>
            {crumb.href ? (
              <a href={crumb.href}>{crumb.label}</a>
            ) : (
              <span aria-current={index === crumbs.length - 1 ? 'page' : undefined}>{crumb.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Foot({ t, links }: { t: PartsMessages; links: NonNullable<FrameProps['foot']> }) {
  const shown = (['accessibility', 'privacy', 'licence', 'source'] as const).flatMap(key => {
    const href = links[key]
    return href ? [{ href, label: t.frame[key] }] : []
  })
  return (
    <footer class="foot">
      <div class="frame">
        <p>{t.frame.about}</p>
        {shown.length > 0 ? (
          <nav aria-label={t.frame.footNavigation}>
            <ul>
              {shown.map(link => (
                <li>
                  <a href={link.href}>{link.label}</a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
      </div>
    </footer>
  )
}
