import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Visit } from '../house.ts'
import { type Locale, locales } from '../languages/locales.ts'
import { parts } from '../languages/messages/parts.ts'
import { accentAddress } from './accent.ts'
import { publicAddress } from './answer.ts'
import { styleAddress } from './assets.ts'
import { islandAddress } from './islands.ts'
import { type Crumb, Frame } from './parts/frame.tsx'

export type PageAbout = {
  title: string
  description?: string
  /** Where the reader is, from the outside in; the last one is this page. */
  breadcrumb?: readonly Crumb[]
  /** Data for machines (schema.org), written into the page's head. */
  linkedData?: object
  /** Islands that make the page handier, by the names of their files. The page is whole without them. */
  islands?: readonly string[]
  /** Notice that what is shown is invented. */
  notice?: Child
  /** Office pages are wider and are kept from search engines. */
  office?: boolean
  /** The page shows a form with errors. */
  failed?: boolean
  noIndex?: boolean
}

// What an office opens every day comes first; what is not named here follows, in the order of the rooms.
const dailyFirst = ['/desk', '/desk/texts', '/administration/mails', '/administration/access', '/desk/import']
const rankOf = (path: string) => (dailyFirst.includes(path) ? dailyFirst.indexOf(path) : dailyFirst.length)

/** Puts the house's frame around a page: what every page needs and no page should think of. */
export function layout(visit: Visit, about: PageAbout, children: Child) {
  const { house, locale, signedIn } = visit
  const path = (language: Locale) => inLanguage(visit.url, language)
  const menu = house.rooms
    .flatMap(room => room.menu ?? [])
    .filter(entry => entry.shownTo(visit))
    .sort((one, other) => rankOf(one.path) - rankOf(other.path))
    .map(entry => {
      const href = `/${locale}${entry.path}`
      return { href, label: entry.label(locale), current: visit.url.pathname === href, place: entry.place }
    })
  const hidden = about.noIndex === true || about.office === true || about.failed === true
  return (
    <Frame
      t={parts[locale]}
      locale={locale}
      title={about.title}
      description={about.description}
      canonical={hidden ? undefined : publicAddress(house, path(locale))}
      alternates={Object.fromEntries(locales.map(l => [l, path(l)])) as Record<Locale, string>}
      styles={styleAddress}
      {...lookOf(visit)}
      home={`/${locale}/`}
      menu={menu}
      {...(about.breadcrumb ? { breadcrumb: about.breadcrumb } : {})}
      person={
        signedIn
          ? { name: signedIn.name || signedIn.email, href: `/${locale}/account`, signOut: `/${locale}/sign-out` }
          : undefined
      }
      signIn={signedIn ? undefined : `/${locale}/sign-in`}
      banner={house.banner?.(visit)}
      notice={about.notice}
      flashes={visit.flashes}
      head={
        <>
          {about.linkedData ? (
            // `<` is escaped, so that no text of anybody can end the block.
            <script type="application/ld+json">
              {raw(JSON.stringify(about.linkedData).replaceAll('<', '\\u003c'))}
            </script>
          ) : null}
          {(about.islands ?? []).map(name => {
            const address = islandAddress(name)
            return address === null ? null : <script type="module" src={address} />
          })}
        </>
      }
      wide={about.office === true}
      failed={about.failed === true}
      noIndex={hidden}
      foot={{ accessibility: `/${locale}/accessibility`, privacy: `/${locale}/privacy` }}
    >
      {children}
    </Frame>
  )
}

function lookOf({ house: { look } }: Visit) {
  return { site: look?.name ?? undefined, accent: look?.accent ? accentAddress(look.accent) : undefined }
}

/** This page's address in another language: paths begin with the language, and the rest is the same. */
export function inLanguage(url: URL, locale: Locale): string {
  const rest = url.pathname.replace(/^\/[a-z]{2}(?=\/|$)/, '')
  return `/${locale}${rest === '' ? '/' : rest}${url.search}`
}
