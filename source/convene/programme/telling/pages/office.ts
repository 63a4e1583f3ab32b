import type { Reason } from '#convene/life/store/notices.ts'
import { standingOf } from '#convene/life/store/standing.ts'
import { programmeChanges } from '#convene/messages/programme-changes.ts'
import { programmeTell } from '#convene/messages/programme-tell.ts'
import { shownIn } from '#convene/programme/rules/shown.ts'
import { readVersions, type Version } from '#convene/programme/store/versions.ts'
import { sampleRecipient } from '#convene/registration/acts/mail-sample.ts'
import { versionOf } from '#convene/seminar/acts/version-of.ts'
import { as } from '#ground/database/actor.ts'
import type { MailWords, Visit } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { notFound, Refusal } from '#ground/web/refusal.ts'
import { may } from '#ground/web/visit.ts'
import { type TellingSample, tellingTemplates } from '../acts/tell.ts'
import { mailLanguage, type TellingGroup, tellingPlan } from '../rules/plan.ts'
import { audienceToTell } from '../store/audience.ts'
import { programmeNotices, wordsToAdd } from '../store/notices.ts'
import { programmeTellMails } from './mails.ts'

/**
 * A seminar with what would be told of its programme, and what was; 404 for whoever does not work on it, refused to those who
 * do without changing it. The number of queries does not depend on how many people or versions there are.
 */
export async function seminarToTell(visit: Visit) {
  const { locale } = visit
  return as(visit.house.db, visit.actor, async tx => {
    const standing = await standingOf(tx, { slug: visit.param('slug') })
    if (standing === null || !may(visit, 'read', standing.id)) throw notFound()
    if (!may(visit, 'edit', standing.id)) throw new Refusal('forbidden', programmeTell[locale].mayNot)
    const { id, slug, life, sourceLanguage, languages, timeZone } = standing
    const title = wordsOf((await textsOf(tx, [id])).get(id)?.title, locale) || slug
    const versions = await readVersions(tx, id)
    const { untold, told, names } = await audienceToTell(tx, id)
    const notices = await programmeNotices(tx, { seminarId: id })
    const toAdd = await wordsToAdd(tx, id)
    return {
      ...{ id, slug, title, life, timeZone, versions, names, notices, sourceLanguage, toAdd },
      languages: [...new Set([sourceLanguage, ...languages])],
      maySend: may(visit, 'people', id),
      plan: tellingPlan(versions, untold, told, names),
    }
  })
}
export type SeminarToTell = Awaited<ReturnType<typeof seminarToTell>>
export type Plan = NonNullable<SeminarToTell['plan']>
export type Group = TellingGroup<Version>

export const deskOf = (visit: Visit, { slug }: { slug: string }) => `/${visit.locale}/desk/seminars/${slug}`
export const tellAddress = (visit: Visit, seminar: { slug: string }) => `${deskOf(visit, seminar)}/programme/tell`

/** The longest sentence to add, in characters. */
export const mostNote = 2000
export const noteField = (language: Locale) => `note-${language}`

/** Why nothing can be told of a seminar that stands so. */
export function notNow({ life }: Pick<SeminarToTell, 'life'>, locale: Locale): string {
  const { title, ...why } = programmeTell[locale].notNow
  return life === 'draft' || life === 'over' || life === 'postponed' || life === 'cancelled' ? why[life] : title
}

/** How a version is called: its number, with its name when it has one. */
export function versionName({ number, programme }: Version, { names }: SeminarToTell, locale: Locale): string {
  const t = programmeChanges[locale]
  const { name } = shownIn(programme, names, locale)
  return name ? t.named(number, name.text) : t.unnamed(number)
}

/** How a group is named in an address: by the version that its people know. */
export const groupKey = ({ base }: Group): string => base?.slug ?? 'none'

/** The group whose mail is shown: the one that is asked for, else the largest. */
export const groupShown = ({ groups }: Plan, asked: string | null): Group | null =>
  groups.find(group => groupKey(group) === asked) ?? groups[0] ?? null

export type Preview = { language: Locale; people: number; onProgramme: boolean; words: MailWords }

/** The mail of a group in each of its languages, then the one to people on the programme, as they would leave now. */
export async function previewsOf(
  { house, actor }: Visit,
  seminar: SeminarToTell,
  plan: Plan,
  group: Group | null,
  note: Reason,
): Promise<Preview[]> {
  const versionId = (number: number) => seminar.versions.find(version => version.number === number)?.id ?? null
  const wanted = [
    ...(group?.languages ?? []).map(({ language, people }) => ({
      template: tellingTemplates.registrants,
      language: mailLanguage(language),
      people,
      base: group?.base?.id ?? null,
    })),
    ...onePerLanguage(plan).map(({ key, language, base, people }) => ({
      template: tellingTemplates.onProgramme,
      language,
      people,
      base: versionId(base),
      key,
    })),
  ]
  return as(house.db, actor, async tx => {
    const found: Preview[] = []
    for (const { template, language, people, base, ...more } of wanted) {
      const telling: TellingSample = { to: plan.to.id, base, note }
      const data = { sample: seminar.id, telling, ...more }
      const words = await programmeTellMails[template]?.words(house, tx, data, language, sampleRecipient(language))
      if (words) found.push({ language, people, onProgramme: template === tellingTemplates.onProgramme, words })
    }
    return found
  })
}

/** Of the people on the programme the first in each language, with how many they are. */
function onePerLanguage({ onProgramme }: Plan) {
  const languages = [...new Set(onProgramme.map(({ language }) => mailLanguage(language)))]
  return languages.flatMap(language => {
    const all = onProgramme.filter(one => mailLanguage(one.language) === language)
    const [first] = all
    return first ? [{ key: first.key, base: first.base, language, people: all.length }] : []
  })
}

/** What whoever sends has seen: another one as soon as anything that leaves reads otherwise. */
export const seenVersion = (plan: Plan, previews: readonly Preview[]): string =>
  versionOf([
    plan.to.id,
    plan.groups.map(groupKey),
    previews.map(({ language, onProgramme, words: { subject, paragraphs, action, after } }) => [
      language,
      onProgramme,
      subject,
      paragraphs,
      action?.label ?? '',
      after ?? [],
    ]),
  ])
