import type { Child } from 'hono/jsx'
import type { Locale } from '#ground/languages/locales.ts'
import type { PartsMessages } from '#ground/languages/messages/parts.en.ts'
import { Button, Buttons, type ChoiceGroup, SelectField } from './form.tsx'
import { type Shown, Words } from './text.tsx'

// What whoever reads a programme may do with it: choose slots, take one out again, ask for the hours of another place. Plain
// links and GET forms; the islands make them handier.

type OfSlot = { locale: Locale; label: string; title: Shown }

/** The box that chooses a slot, sent with the form of that id. Its name says which slot, also to whoever does not see it. */
export function ChooseSlot(props: OfSlot & { form: string; slot: string; checked: boolean }) {
  return (
    <label class="choose">
      <input type="checkbox" name="slots[]" value={props.slot} form={props.form} checked={props.checked} />
      <NamedAct {...props} />
    </label>
  )
}

/** The link that leads to the same page without this slot. */
export function DropSlot(props: OfSlot & { slot: string; href: string }) {
  return (
    <a class="drop" href={props.href} data-drop={props.slot}>
      <NamedAct {...props} />
    </a>
  )
}

/** The file that puts this slot into a calendar. */
export function SlotCalendar(props: OfSlot & { href: string }) {
  return (
    <a class="to-calendar" href={props.href}>
      <NamedAct {...props} />
    </a>
  )
}

function NamedAct({ locale, label, title }: OfSlot) {
  return (
    <span>
      {label}
      <span class="hidden-text">
        {' – '}
        <Words locale={locale} shown={title} />
      </span>
    </span>
  )
}

/** What the boxes are for, before the first of them; `form` is the id of theirs. */
export const HowToChoose = ({ form, lead }: { form: string; lead: string }) => (
  <p class="small measure reader-tools" id={`${form}-lead`}>
    {lead}
  </p>
)

/** Sends what is ticked, wherever the boxes stand; what they are for stands before them (`HowToChoose`). */
export function ChooseForm(props: {
  id: string
  action: string
  hidden: Readonly<Record<string, string>>
  label: string
  button: string
  /** What a browser adds while boxes are ticked. */
  children?: Child
}) {
  return (
    <form
      class="choosing"
      id={props.id}
      method="get"
      action={props.action}
      aria-label={props.label}
      aria-describedby={`${props.id}-lead`}
    >
      {hiddenFields(props.hidden)}
      {props.children}
      <Buttons>
        <Button>{props.button}</Button>
      </Buttons>
    </form>
  )
}

export type ZoneFormProps = {
  t: PartsMessages
  action: string
  hidden: Readonly<Record<string, string>>
  title: string
  label: string
  button: string
  /** The zone that is shown. */
  value: string | null
  groups: readonly ChoiceGroup[]
  error?: string | undefined
  /** What is shown, or why nothing is. */
  said?: string | undefined
  clear: { href: string; label: string }
}

type ToolLink = { href: string; label: string; id?: string }

export type ZoneTools = {
  /** Null while nobody asked: then there is a link to it. */
  form: ZoneFormProps | null
  link: ToolLink
  /** What the island needs to offer the zone of the browser; its words hold `{city}`, `{zone}` and `{hours}`. */
  island: { venue: string; locale: Locale; label: string; pattern: string; shown: string } | null
}

type ReaderToolsProps = {
  zone: ZoneTools
  links?: readonly ToolLink[]
  /** What programs read, under all that. */
  forPrograms?: { label: string; links: readonly ToolLink[] } | null
}

/** The line under the head of a programme, with other links before, and the form when it was asked for. */
export function ReaderTools({ zone, links = [], forPrograms }: ReaderToolsProps) {
  const all = zone.form ? links : [...links, zone.link]
  return (
    <>
      {all.length > 0 ? (
        <p class="small reader-tools">
          <ToolLinks links={all} />
          {zone.island ? <reader-zone {...zone.island} /> : null}
        </p>
      ) : null}
      {zone.form ? <ZoneForm {...zone.form} /> : null}
      {forPrograms ? (
        <p class="small reader-tools">
          {forPrograms.label} <ToolLinks links={forPrograms.links} />
        </p>
      ) : null}
    </>
  )
}

const ToolLinks = ({ links }: { links: readonly ToolLink[] }) => (
  <>
    {links.map(({ href, label, id }, index) => (
      <>
        {index === 0 ? null : ' · '}
        <a id={id} href={href}>
          {label}
        </a>
      </>
    ))}
  </>
)

/** Asks for the hours of another place, and leads back from them. */
function ZoneForm(props: ZoneFormProps) {
  return (
    <>
      <form class="form zone-form" id="zone" method="get" action={`${props.action}#zone`} aria-label={props.title}>
        {hiddenFields(props.hidden)}
        <SelectField
          t={props.t}
          name="zone"
          label={props.label}
          value={props.value ?? ''}
          error={props.error}
          groups={props.groups}
        />
        <Buttons>
          <Button kind="secondary">{props.button}</Button>
          <a href={props.clear.href}>{props.clear.label}</a>
        </Buttons>
      </form>
      {props.said ? <p class="zone-said">{props.said}</p> : null}
    </>
  )
}

const hiddenFields = (hidden: Readonly<Record<string, string>>) =>
  Object.entries(hidden).map(([name, value]) => <input type="hidden" name={name} value={value} />)
