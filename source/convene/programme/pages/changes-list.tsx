import type { Child } from 'hono/jsx'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { Facts, Paragraphs, Words, wellSet } from '#ground/web/parts/text.tsx'
import { programmeChanges } from '../../messages/programme-changes.ts'
import type { ChangedLine, ChangesInWords, Said, ToldSlot } from '../acts/changes-in-words.ts'

/**
 * The changes between two versions, the loudest first.
 *
 * @param earlier and later: addresses of the two versions, to which the slots lead
 */
export function ChangesList(props: { changes: ChangesInWords; locale: Locale; earlier: string; later: string }) {
  const { changes, locale, earlier, later } = props
  const t = programmeChanges[locale]
  const group = (name: 'cancelled' | 'moved' | 'new' | 'changed', version: string) =>
    changes[name].length > 0 ? (
      <Group id={`changes-${name}`} title={t.groups[name](changes[name].length)}>
        <Slots slots={changes[name]} locale={locale} version={version} />
      </Group>
    ) : null
  const { words } = changes
  return (
    <>
      {changes.whole.length > 0 ? (
        <Group id="changes-whole" title={t.groups.whole}>
          <Lines lines={changes.whole} locale={locale} />
        </Group>
      ) : null}
      {group('cancelled', earlier)}
      {group('moved', later)}
      {group('new', later)}
      {group('changed', later)}
      {words.whole.length + words.slots.length > 0 ? (
        <Group id="changes-words" title={t.groups.words}>
          <p class="small">{t.groups.wordsLead}</p>
          <Lines lines={words.whole} locale={locale} />
          {words.slots.length > 0 ? <Slots slots={words.slots} locale={locale} version={later} /> : null}
        </Group>
      ) : null}
    </>
  )
}

function Group({ id, title, children }: { id: string; title: string; children?: Child }) {
  return (
    <section class="close" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

function Slots({ slots, locale, version }: { slots: readonly ToldSlot[]; locale: Locale; version: string }) {
  return (
    <ul class="entries">
      {slots.map(({ key, title, when, room, lines }) => (
        <li>
          <p class="kicker">
            {when}
            {room ? (
              <>
                {' · '}
                <Words locale={locale} shown={room} />
              </>
            ) : null}
          </p>
          <div>
            <h3>
              <a href={`${version}#slot-${key}`}>
                <Words locale={locale} shown={title} />
              </a>
            </h3>
            <Lines lines={lines} locale={locale} />
          </div>
        </li>
      ))}
    </ul>
  )
}

function Lines({ lines, locale }: { lines: readonly ChangedLine[]; locale: Locale }) {
  const t = programmeChanges[locale]
  if (lines.length === 0) return null
  return (
    <Facts
      facts={lines.map(({ field, before, after }) => ({
        term: t.fields[field],
        value: (
          <>
            <Side label={t.before} said={before} locale={locale} />
            <Side label={t.after} said={after} locale={locale} />
          </>
        ),
      }))}
    />
  )
}

/** What was said before, or is said now: by its name, never by colour or a stroke alone. */
function Side({ label, said, locale }: { label: string; said: readonly Said[]; locale: Locale }) {
  const [first, ...others] = said
  return (
    <div>
      <p class="small">{label}</p>
      {first === undefined ? (
        <p>{programmeChanges[locale].values.nothing}</p>
      ) : others.length === 0 ? (
        <Text said={first} locale={locale} />
      ) : (
        <ul>
          {said.map(one => (
            <li>
              <Text said={one} locale={locale} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Text({ said, locale }: { said: Said; locale: Locale }) {
  return (
    <>
      <Wording said={said} locale={locale} />
      {said.isNewerOriginal ? (
        <p class="not-yet">
          {programmeChanges[locale].values.newerOriginal} · {parts[locale].text.notYet(said.language)}
        </p>
      ) : null}
    </>
  )
}

function Wording({ said, locale }: { said: Said; locale: Locale }) {
  if (said.href)
    return (
      <p>
        <a href={said.href}>
          <Words locale={locale} shown={said} />
        </a>
      </p>
    )
  if (said.gone)
    return (
      <p>
        <Words locale={locale} shown={said} /> ({said.gone})
      </p>
    )
  return (
    <Paragraphs
      text={wellSet(said.text, said.language)}
      language={said.language === locale ? undefined : said.language}
    />
  )
}
