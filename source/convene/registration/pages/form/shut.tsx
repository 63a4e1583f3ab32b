import { formWords } from '#convene/messages/form.ts'
import { lifeWords } from '#convene/messages/life.ts'
import { needs } from '#convene/messages/needs.ts'
import { type RegistrationMessages, registration } from '#convene/messages/registration.ts'
import type { Visit } from '#ground/house.ts'
import { countryName, languageName, list } from '#ground/languages/format.ts'
import { isLocale, type Locale, nameOfLocale } from '#ground/languages/locales.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { page } from '#ground/web/answer.ts'
import { type Typed, textOf } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Buttons, LinkButton } from '#ground/web/parts/buttons.tsx'
import { Facts, Note, PageHead } from '#ground/web/parts/text.tsx'
import { cityOf, momentAt, titleOf } from '../../acts/seminar-in-words.ts'
import { type AccessibilityNeed, accessibilityNeeds, type Diet, diets } from '../../rules/answers.ts'
import { countryCodes } from '../../rules/countries.ts'
import type { WindowState } from '../../rules/window.ts'
import type { SeminarToRegisterFor } from '../../store/seminar.ts'
import { Contacts } from '../contacts.tsx'
import { categoryOf, countPeople, prefixOf, questionField } from './fields.ts'
import type { OpenForm } from './open.ts'

type Shut = Pick<OpenForm, 'seminar' | 'words' | 'questions'>

/** Why there is no form now, and whom to write to; with what was typed, when a form was open until a moment ago. */
export function shut(visit: Visit, opened: Shut, why: Exclude<WindowState, 'open'>, typed?: Typed) {
  const { seminar, words } = opened
  const { locale } = visit
  const m = registration[locale]
  const title = titleOf(words, seminar, locale)
  const back = `/${locale}/seminars/${seminar.slug}`
  const said = sentence(m, locale, seminar, why)
  return page(
    visit,
    layout(
      visit,
      {
        title: `${said.title} – ${title}`,
        noIndex: true,
        breadcrumb: [
          { label: m.seminars, href: `/${locale}/seminars` },
          { label: title, href: back },
          { label: m.form.title },
        ],
      },
      <div class="stack measure">
        <PageHead kicker={title} title={said.title} lead={said.text} />
        {typed ? <Note tone="warning">{formWords[locale].shut.notRegistered}</Note> : null}
        <Contacts title={m.shut.contact} contacts={words.contacts} locale={locale} />
        {typed ? <WhatWasTyped opened={opened} locale={locale} typed={typed} /> : null}
        <Buttons>
          <LinkButton href={back} kind="secondary">
            {m.shut.back}
          </LinkButton>
        </Buttons>
      </div>,
    ),
    typed ? 409 : 200,
  )
}

function WhatWasTyped({ opened, locale, typed }: { opened: Shut; locale: Locale; typed: Typed }) {
  const w = formWords[locale]
  const people = countPeople(typed)
  return (
    <section class="stack">
      <h2>{w.shut.typed}</h2>
      <Facts facts={commonFacts(typed, locale)} />
      {Array.from({ length: people }, (_, index) => (
        <>
          {people > 1 ? <h3>{w.person.numbered(index + 1)}</h3> : null}
          <Facts facts={personFacts(opened, typed, index, locale)} />
        </>
      ))}
    </section>
  )
}

type Fact = { term: string; value: string }
// What was left empty is no answer that anybody wants back.
const said = (facts: readonly Fact[]) =>
  facts
    .filter(({ value }) => value.trim() !== '')
    .map(({ term, value }) => ({ term, value: <span dir="auto">{value}</span> }))

function commonFacts(typed: Typed, locale: Locale) {
  const m = registration[locale].form
  const w = formWords[locale].organisation
  const country = textOf(typed, 'country')
  return said([
    { term: w.invitation, value: textOf(typed, 'invitation') },
    { term: m.organisation, value: textOf(typed, 'organisation') },
    { term: w.territory, value: textOf(typed, 'territory') },
    { term: m.country, value: countryCodes.has(country) ? countryName(locale, country) : country },
  ])
}

function personFacts({ questions }: Shut, typed: Typed, index: number, locale: Locale) {
  const m = registration[locale]
  const w = formWords[locale].person
  const n = needs[locale]
  const prefix = prefixOf(index)
  const one = (name: string) => textOf(typed, prefix + name)
  const several = (name: string) => {
    const value = typed[`${prefix}${name}[]`] ?? []
    return (typeof value === 'string' ? [value] : value).filter(Boolean)
  }
  const category = categoryOf(typed, index)
  const language = one('language')
  const known = <K extends string>(keys: readonly K[], words: Record<K, string>, given: readonly string[]) =>
    list(
      locale,
      keys.filter(key => given.includes(key)).map(key => words[key]),
    )
  return said([
    { term: m.form.givenName, value: one('givenName') },
    { term: m.form.familyName, value: one('familyName') },
    { term: m.form.email, value: one('email') },
    { term: m.form.category, value: category ? m.categories[category] : '' },
    { term: m.form.language, value: isLocale(language) ? nameOfLocale[language] : '' },
    ...questions.map(question => {
      const field = questionField(question)
      const given = question.kind === 'several' ? several(field.slice(0, -2)) : [one(field)]
      const words = given.map(key => wordsOf(question.choices.find(choice => choice.key === key)?.label, locale) || key)
      return { term: wordsOf(question.label, locale) || question.key, value: list(locale, words) }
    }),
    { term: w.role, value: one('role') },
    {
      term: w.languages,
      value: list(
        locale,
        several('languages')
          .filter(tag => /^[a-z]{2}$/.test(tag))
          .map(tag => languageName(locale, tag)),
      ),
    },
    {
      term: n.accessibility,
      value: known<AccessibilityNeed>(accessibilityNeeds, n.accessibilityNeeds, several('accessibility')),
    },
    { term: n.diet, value: known<Diet>(diets, n.diets, several('diet')) },
    { term: n.note, value: one('note') },
  ])
}

function sentence(
  m: RegistrationMessages,
  locale: Locale,
  seminar: SeminarToRegisterFor,
  why: Exclude<WindowState, 'open'>,
): { title: string; text: string } {
  const city = cityOf(seminar, locale)
  const { shut } = lifeWords[locale]
  switch (why) {
    case 'postponed':
      return { title: shut.postponedTitle, text: shut.postponed }
    case 'cancelled':
      return { title: m.shut.cancelledTitle, text: m.shut.cancelled }
    case 'closed':
      return { title: m.shut.closedTitle, text: m.shut.closed(momentAt(seminar, locale, seminar.closesAt), city) }
    case 'not-yet-open':
      return {
        title: m.shut.notYetTitle,
        text: seminar.opensAt ? m.shut.notYet(momentAt(seminar, locale, seminar.opensAt), city) : '',
      }
  }
}
