import type { Locale } from '#ground/languages/locales.ts'
import { Note } from '#ground/web/parts/text.tsx'
import { agreementsWords } from '../../messages/agreements.ts'
import { circlesWords } from '../../messages/circles.ts'
import { publishingWords } from '../../messages/publishing.ts'
import { relationsWords } from '../../messages/relations.ts'
import type { BecomesPublic } from '../store/becomes-public.ts'
import { Named } from './parts.tsx'

/** Beside the choice of who sees a relationship: what everybody would read of it, and who would not be named. */
export function WhatBecomesPublic({ locale, of }: { locale: Locale; of: BecomesPublic }) {
  const words = publishingWords[locale]
  return (
    <Note title={words.title}>
      <p>{words.lead}</p>
      <PublicParts locale={locale} of={of} />
    </Note>
  )
}

/** The same before it is there: nobody has said yet with whom it is. */
export function WhatNewBecomesPublic({ locale }: { locale: Locale }) {
  const words = publishingWords[locale]
  const { fresh } = circlesWords[locale]
  return (
    <Note title={words.title}>
      <p>{words.lead}</p>
      <ul class="bulleted">
        <li>{words.always}</li>
        <li>{fresh.texts}</li>
        <li>{fresh.partner}</li>
      </ul>
      <p>{fresh.hidden}</p>
    </Note>
  )
}

/** What everybody would read, line by line. */
export function PublicParts({ locale, of }: { locale: Locale; of: BecomesPublic }) {
  const words = publishingWords[locale]
  const hidden = of.partners.filter(partner => partner.hidden)
  const shown = of.partners.filter(partner => !partner.hidden)
  const nameless = relationsWords[locale].nameless
  return (
    <>
      <ul class="bulleted">
        <li>{words.always}</li>
        {of.texts.map(field => (
          <li>{words.texts[field]}</li>
        ))}
        {shown.map(partner => (
          <li>
            <Named locale={locale} name={partner.name} otherwise={nameless} />
          </li>
        ))}
        {of.agreements.map(agreement => (
          <li>
            <Named locale={locale} name={agreement.title} otherwise={agreementsWords[locale].untitled} />,{' '}
            {words.agreement}
          </li>
        ))}
        {of.fees > 0 ? <li>{words.fees(of.fees)}</li> : null}
        {of.seats > 0 ? <li>{words.seats(of.seats)}</li> : null}
      </ul>
      {of.partners.length === 0 ? <p>{words.nobody}</p> : null}
      {hidden.length > 0 ? (
        <>
          <p>{words.hidden}</p>
          <ul class="bulleted">
            {hidden.map(partner => (
              <li>
                <Named locale={locale} name={partner.name} otherwise={nameless} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}
