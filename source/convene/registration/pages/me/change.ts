import { formWords } from '#convene/messages/form.ts'
import { ownPage } from '#convene/messages/own.ts'
import type { Visit } from '#ground/house.ts'
import { list } from '#ground/languages/format.ts'
import { redirect } from '#ground/web/answer.ts'
import { type FieldErrors, type SentForm, type Typed, textOf } from '#ground/web/form.ts'
import { alreadySent } from '#ground/web/sent-once.ts'
import { changeRegistration, type RegistrationChanged } from '../../acts/change-registration.ts'
import { asTooMany, guessedTooOften, wrongCodesSaid } from '../brakes.ts'
import { answersInWords, meaningErrors } from '../form/errors-in-words.ts'
import { answerErrors, checkPerson, inOrderOfPage } from '../form/fields.ts'
import { onceOf, sendingKey } from '../sending-key.ts'
import { unfolded } from './change-fields.ts'
import { changePage, stalePage } from './change-page.tsx'
import { type Change, savedFlash, tooLate } from './hands.ts'
import { type Meant, readMeant } from './meant.ts'
import { obstacleInWords } from './obstacles.ts'

/** Saves what was sent, in whose hands it is. */
export async function saveChange(visit: Visit, change: Change, sent: SentForm): Promise<Response> {
  const { house } = visit
  const { opened, form, territory, here } = change
  const { own } = opened
  const once = onceOf(house.keys, sent)
  const sending = sendingKey(house.keys, once, [sent.version, sent.typed])
  const led = await alreadySent(house, sending)
  if (led) return redirect(visit, led)
  const version = /^\d{1,9}$/.test(sent.version ?? '') ? (sent.version as string) : String(own.version)
  const meant = await readMeant(visit, own.seminarId, unfolded(sent.typed), {
    organisation: { id: own.organisationId, name: own.organisation },
    territory: { id: own.territoryId, name: territory },
  })
  const { typed, asked } = meant
  const filled = (errors: FieldErrors) => ({ typed, asked, version, once, errors })
  const person = checkPerson(typed, 0, { questions: form.questions, consents: [] })
  const errors = errorsOf(visit, change, typed, person.ok ? {} : person.errors, meant)
  const goesOn = textOf(typed, '_next') === 'edit'
  if (!person.ok || Object.keys(errors).length > 0 || Object.keys(asked).length > 0 || goesOn)
    return changePage(visit, change, filled(goesOn ? {} : errors))

  const { organisationId, territoryId, newTerritory } = meant
  const { consents: _, invitation, ...answers } = person.answers
  // Organisers see the codes; whoever holds a link must not find them out.
  const wait =
    invitation && change.by.kind === 'link'
      ? await guessedTooOften(visit, { seminarId: own.seminarId, code: invitation, registrationId: own.id })
      : null
  if (wait !== null) return asTooMany(changePage(visit, change, filled({ invitation: wrongCodesSaid(visit) })), wait)
  const result = await changeRegistration(
    house,
    change.by,
    own.id,
    {
      version: Number(version),
      answers: {
        ...answers,
        organisationId,
        territoryId,
        territoryName: newTerritory,
        role: answers.role ?? null,
        needs: answers.needs ?? null,
        ...(invitation ? { invitation } : {}),
      },
    },
    { remember: { once: sending, location: here } },
  )
  switch (result.outcome) {
    case 'changed':
      return redirect(visit, here, savedFlash(change, result))
    case 'too-late':
    case 'ended':
      return tooLate(visit, change)
    case 'stale':
      return stalePage(visit, change, { typed, once, ...result })
    default:
      return changePage(visit, change, filled(refusedInWords(visit, change, result)))
  }
}

function errorsOf(
  { locale }: Visit,
  { form, voice }: Change,
  typed: Typed,
  codes: Readonly<Record<string, string>>,
  meant: Meant,
): Record<string, string> {
  const { questions } = form
  const errors = { ...answersInWords(codes, { locale, voice, questions }), ...meaningErrors(typed, meant, locale) }
  return inOrderOfPage(errors, 1, { questions, consents: [] })
}

type Refused = Exclude<RegistrationChanged, { outcome: 'changed' | 'stale' | 'too-late' | 'ended' }>

/** Why nothing was changed, beside the field where there is one. */
function refusedInWords({ locale }: Visit, { form, voice, words }: Change, result: Refused): Record<string, string> {
  const w = ownPage[locale]
  switch (result.outcome) {
    case 'taken':
      return { _form: words.taken }
    case 'no-room': {
      const full = result.full.map(obstacle => obstacleInWords(locale, form.quotaNames, obstacle, words.obstacles))
      return { _form: words.noRoom(list(locale, full)) }
    }
    case 'refused':
      switch (result.why) {
        case 'address-stays':
          return { email: w.change.address }
        case 'invitation-unknown':
          return { invitation: formWords[locale].invitation.unknown }
        case 'invitation-ended':
          return { invitation: formWords[locale].invitation.ended }
        case 'invitation-used-up':
          return { invitation: formWords[locale].invitation.usedUp }
        case 'needs-approval':
          return { category: w.change.needsApproval }
        case 'another-person':
          return { familyName: w.change.anotherPerson }
        case 'handed-on-within':
          return { organisation: w.change.handedOnWithin }
        case 'answers':
          return answersInWords(answerErrors(form.questions, '', result.answers), {
            locale,
            voice,
            questions: form.questions,
          })
      }
  }
}
