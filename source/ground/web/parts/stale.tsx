import type { PartsMessages } from '#ground/languages/messages/parts.en.ts'
import { Button, Buttons } from './buttons.tsx'
import { fieldId } from './field.tsx'

/** One field in which the record was changed by someone else and, differently, by you. */
export type Change = {
  name: string
  label: string
  /** Values as the form sends them; `shown` when they read otherwise (the label of a choice). */
  theirs: { value: string; shown?: string }
  yours: { value: string; shown?: string }
  /** A text of several lines: both may be kept, one after the other. */
  long?: boolean
}

export type StaleSaveProps = {
  t: PartsMessages
  action: string
  /** The version that is now in the record. */
  version: string
  once?: string | undefined
  changes: readonly Change[]
  /** Everything else the form had sent, so that nothing typed is lost: name and value, names may repeat. */
  kept: readonly (readonly [name: string, value: string])[]
  /** Who saved meanwhile, and when, already in words. */
  by?: string | undefined
  at?: string | undefined
  cancel: string
}

/**
 * After a stale save: both texts of each field side by side. Each radio carries the whole text, so what is sent is an
 * ordinary save of the same form; `_next=edit` asks for the form again with what was chosen instead of saving.
 */
export function StaleSave(props: StaleSaveProps) {
  const { t } = props
  return (
    <form method="post" action={props.action} class="stack">
      <div class="note warning" role="alert">
        <h2>{t.stale.title}</h2>
        <p>{t.stale.explain}</p>
      </div>
      <input type="hidden" name="_form" value={props.version} />
      {props.once ? <input type="hidden" name="_once" value={props.once} /> : null}
      {props.kept.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {props.changes.map(change => (
        <Versions t={t} change={change} theirs={t.stale.theirs(props.by, props.at)} />
      ))}
      <Buttons>
        <Button>{t.stale.save}</Button>
        <Button kind="secondary" name="_next" value="edit">
          {t.stale.continueEditing}
        </Button>
        <a href={props.cancel}>{t.form.cancel}</a>
      </Buttons>
    </form>
  )
}

function Versions({ t, change, theirs }: { t: PartsMessages; change: Change; theirs: string }) {
  return (
    <fieldset class="versions">
      <legend>{change.label}</legend>
      <div class="sides">
        <Side t={t} name={change.name} which="theirs" title={theirs} {...change.theirs} />
        <Side t={t} name={change.name} which="yours" title={t.stale.yours} {...change.yours} />
      </div>
      {change.long ? (
        <div class="choice">
          <Pick name={change.name} which="both" value={`${change.theirs.value}\n\n${change.yours.value}`} />
          <label for={`${fieldId(change.name)}-both`}>{t.stale.both}</label>
        </div>
      ) : null}
    </fieldset>
  )
}

type SideProps = {
  t: PartsMessages
  name: string
  which: 'theirs' | 'yours'
  title: string
  value: string
  shown?: string
}

function Side({ t, name, which, title, value, shown }: SideProps) {
  const text = shown ?? value
  return (
    <div class="side">
      <div class="choice">
        <Pick name={name} which={which} value={value} />
        <label for={`${fieldId(name)}-${which}`}>{title}</label>
      </div>
      {text === '' ? (
        <p class="small">{t.stale.empty}</p>
      ) : (
        <blockquote id={`${fieldId(name)}-${which}-text`} dir="auto">
          {text}
        </blockquote>
      )}
    </div>
  )
}

/** None is chosen beforehand: a choice made by nobody would lose one of the two. */
function Pick({ name, which, value }: { name: string; which: 'theirs' | 'yours' | 'both'; value: string }) {
  const id = `${fieldId(name)}-${which}`
  return (
    <input
      type="radio"
      id={id}
      name={name}
      value={value}
      required
      aria-describedby={which === 'both' || value === '' ? undefined : `${id}-text`}
    />
  )
}
