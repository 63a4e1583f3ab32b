import type { Child } from 'hono/jsx'
import type { ErrorStatus, PartsMessages } from '#ground/languages/messages/parts.en.ts'
import type { Flash as FlashMessage } from '../flash.ts'
import { LinkButton } from './buttons.tsx'

export type NoteTone = 'plain' | 'warning' | 'problem' | 'success'

/** A remark beside the text, with a rule in the colour of its tone and, if given, a title in words. */
export function Note({ tone = 'plain', title, children }: { tone?: NoteTone; title?: string; children?: Child }) {
  return (
    <div class={`note ${tone}`}>
      {title ? <strong>{title}</strong> : null}
      {title && typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  )
}

/** What the page before has to say. A problem interrupts a screen reader; the rest waits its turn. */
export function Flash({ t, flash }: { t: PartsMessages; flash: FlashMessage }) {
  const tone = { done: 'success', note: 'plain', problem: 'problem' }[flash.tone]
  return (
    <div class={`note ${tone}`} role={flash.tone === 'problem' ? 'alert' : 'status'}>
      <strong>{t.flash[flash.tone]}</strong>
      <p>{flash.text}</p>
    </div>
  )
}

export function Flashes({ t, flashes }: { t: PartsMessages; flashes: readonly FlashMessage[] }) {
  return (
    <div class="flashes">
      {flashes.map(flash => (
        <Flash t={t} flash={flash} />
      ))}
    </div>
  )
}

/** An empty page or list: says that it is empty and what to do next. */
export function EmptyPage(props: {
  title: string
  text: string
  action?: { href: string; label: string } | undefined
  /** Another way to begin. */
  also?: { href: string; label: string } | undefined
  level?: 2 | 3
}) {
  return (
    <div class="empty">
      {props.level === 3 ? <h3>{props.title}</h3> : <h2>{props.title}</h2>}
      <p>{props.text}</p>
      {props.action ? (
        <p class="buttons">
          <LinkButton href={props.action.href}>{props.action.label}</LinkButton>
          {props.also ? (
            <LinkButton kind="secondary" href={props.also.href}>
              {props.also.label}
            </LinkButton>
          ) : null}
        </p>
      ) : null}
    </div>
  )
}

export type ErrorPageProps = {
  t: PartsMessages
  status: ErrorStatus
  home: string
  /** A sentence already in the person's language that says more than the status; comes first. */
  because?: string | null | undefined
  /** Told on 500 pages, and found again in the log. */
  reference?: string | undefined
  /** Seconds after which it is worth trying again. */
  retryAfter?: number | null | undefined
}

/** The body of an error page: what happened, what became of the request, what to do. */
export function ErrorPage({ t, status, home, because, reference, retryAfter }: ErrorPageProps) {
  const words = t.errors[status]
  // Who knows why there is nothing says what to do; what is said of any address would contradict it.
  const sentences = status === 404 && because ? [] : words.sentences
  return (
    <div class="error-page">
      <div class="close">
        <p class="kicker figure">{status}</p>
        <h1>{words.title}</h1>
      </div>
      {because ? <p class="lead">{because}</p> : null}
      {sentences.map(sentence => (
        <p>{sentence}</p>
      ))}
      {retryAfter ? <p>{t.errorPage.tryAgainIn(retryAfter)}</p> : null}
      {reference ? (
        <Note title={t.errorPage.reference}>
          <p>
            <code class="reference">{reference}</code>
          </p>
          <p class="small">{t.errorPage.quote}</p>
        </Note>
      ) : null}
      <p class="buttons">
        <LinkButton href={home} kind="secondary">
          {t.errorPage.home}
        </LinkButton>
      </p>
    </div>
  )
}
