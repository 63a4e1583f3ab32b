import type { Visit } from '#ground/house.ts'
import { cityOfZone } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { page } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { Button, Buttons, SelectField } from '#ground/web/parts/form.tsx'
import { EmptyPage, PageHead } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { programmeChanges } from '../../messages/programme-changes.ts'
import { seminarMessages } from '../../messages/seminar.ts'
import type { SeminarPage } from '../../seminar/store/read-seminar.ts'
import { changesInWords } from '../acts/changes-in-words.ts'
import type { Version } from '../store/versions.ts'
import { ChangesList } from './changes-list.tsx'
import { releasedOf } from './released.ts'
import { aboutOf, changesPath, nameOf, pathOf, releasedOn, Told, titleOf, versionPath } from './version-frame.tsx'
import { VersionsList } from './versions-list.tsx'

/** Two versions to compare, the earlier one first. */
type Pair = { from: Version; to: Version }

/**
 * GET /:l/seminars/:slug/changes?from=SLUG&to=SLUG: what is new, moved, changed and cancelled from one version to a later one;
 * from the last but one to the last when nothing is asked for.
 */
export async function changesPage(visit: Visit): Promise<Response> {
  const { seminar, versions } = await releasedOf(visit)
  const { locale, url } = visit
  const t = programmeChanges[locale]
  const pair = pairOf(versions, url.searchParams.get('from'), url.searchParams.get('to'))
  const isAsked = url.searchParams.has('from') || url.searchParams.has('to')
  const about = aboutOf(seminar, locale, t.title, t.titleOf(titleOf(seminar)))
  const called = (version: Version) => nameOf(version, seminar, locale)
  return page(
    visit,
    layout(
      visit,
      // The latest changes are what a search engine may find; every other pair says the same in pieces.
      { ...about, description: t.description, noIndex: about.noIndex === true || isAsked },
      <div class="stack">
        <Told seminar={seminar} locale={locale} />
        <PageHead
          kicker={titleOf(seminar)}
          title={t.title}
          lead={pair && pair.from !== pair.to ? t.lead(called(pair.from), called(pair.to)) : undefined}
        />
        {pair ? (
          <>
            {versions.length > 1 ? <Choice {...{ seminar, versions, pair, locale }} /> : null}
            <Compared {...{ seminar, versions, pair, locale }} />
            <VersionsList seminar={seminar} versions={versions} locale={locale} />
          </>
        ) : (
          <EmptyPage {...t.none} />
        )}
        <p class="links">
          <a href={`${pathOf(seminar, locale)}/programme`}>{t.back}</a>
        </p>
      </div>,
    ),
  )
}

/**
 * The versions that are asked for, the earlier one first whatever their order in the address; null when there is none at all.
 *
 * @throws Refusal `not-found` for a version that there is not
 */
function pairOf(versions: readonly Version[], from: string | null, to: string | null): Pair | null {
  const asked = (slug: string | null) => {
    if (slug === null) return null
    const found = versions.find(version => version.slug === slug)
    if (!found) throw notFound()
    return found
  }
  const [one, other] = [asked(from), asked(to)]
  const last = other ?? versions.at(-1)
  if (!last) return null
  const first = one ?? versions[versions.indexOf(last) - 1] ?? last
  return first.number <= last.number ? { from: first, to: last } : { from: last, to: first }
}

type ComparedProps = { seminar: SeminarPage; versions: readonly Version[]; pair: Pair; locale: Locale }

/** Which two versions: a plain GET form. */
function Choice({ seminar, versions, pair, locale }: ComparedProps) {
  const t = programmeChanges[locale]
  const choices = versions.map(version => ({
    value: version.slug,
    label: t.option(nameOf(version, seminar, locale), releasedOn(version, locale)),
  }))
  const field = (name: 'from' | 'to') => (
    <SelectField t={parts[locale]} name={name} label={t.form[name]} value={pair[name].slug} choices={choices} noEmpty />
  )
  return (
    <form class="form" method="get" action={changesPath(seminar, locale)} aria-label={t.form.title}>
      {field('from')}
      {field('to')}
      <Buttons>
        <Button kind="secondary">{t.form.button}</Button>
      </Buttons>
    </form>
  )
}

function Compared({ seminar, versions, pair, locale }: ComparedProps) {
  const t = programmeChanges[locale]
  const { from, to } = pair
  if (versions.length === 1) return <EmptyPage {...t.only} />
  if (from === to) return <EmptyPage {...t.same} />
  const changes = changesInWords(from.programme, to.programme, seminar.names, locale, seminar.withdrawn)
  if (changes.isEmpty) return <EmptyPage {...t.nothing} />
  return (
    <>
      <p class="small">{seminarMessages[locale].page.hoursOf(cityOfZone(locale, to.programme.timeZone))}</p>
      <ChangesList
        changes={changes}
        locale={locale}
        earlier={versionPath(seminar, locale, from)}
        later={versionPath(seminar, locale, to)}
      />
    </>
  )
}
