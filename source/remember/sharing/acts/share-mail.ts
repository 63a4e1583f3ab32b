import { as, person, type Tx } from '#ground/database/actor.ts'
import type { House, MailTemplate } from '#ground/house.ts'
import { longDate } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { peopleWords } from '#ground/languages/messages/people.ts'
import { lastDay } from '#ground/people/rules/last-day.ts'
import { spaceName } from '#ground/people/store/spaces.ts'
import { publicAddress } from '#ground/web/answer.ts'
import { sharingWords } from '../../messages/sharing.ts'
import { recordAddress } from '../../rules/record-address.ts'
import { namesOfRecords } from '../../store/names.ts'
import { isProgram, sharedWith } from '../store/shares.ts'

type Shared = Awaited<ReturnType<typeof sharedWith>>[number]

/**
 * Tells somebody what is shared with them and until when; null when the share has ended. A mail that goes out says what its
 * recipient may read at this moment, read in their name; one that somebody looks at says what they may read themselves. Of a
 * note it quotes nothing: its first words are all there is to name it by, and a mail is read by more than one.
 */
export const recordShared: MailTemplate = {
  name: locale => sharingWords[locale].mail.name,
  words: async (house, tx, data, locale, to) => {
    const now = house.clock.now()
    const share = (await sharedWith(tx, to.id, now)).find(one => one.id === String(data.share))
    if (!share) return null
    const m = sharingWords[locale]
    const place = await spaceName(tx, locale, share.space)
    const path = `/${locale}/territories/${share.slug}${recordAddress(share.table, share.record) ?? ''}`
    return {
      subject: m.mail.subject(place),
      paragraphs: [
        peopleWords[locale].mail.hello(to.givenName),
        share.table === 'note'
          ? m.mail.note(place)
          : m.mail.text((await nameOf(house, tx, to.id, share, locale)) ?? m.unnamed, place),
        m.mail.until(longDate(locale, lastDay(share.endsAt))),
        ...(share.reason ? [m.mail.why(share.reason)] : []),
      ],
      action: {
        label: m.mail.button,
        url: publicAddress(house, `/${locale}/sign-in?then=${encodeURIComponent(path)}`),
      },
    }
  },
}

async function nameOf(house: House, tx: Tx, to: string, share: Shared, locale: Locale): Promise<string | undefined> {
  const read = (own: Tx) => namesOfRecords(own, share.space, [share.record], locale)
  const names = (await isProgram(tx)) ? await as(house.db, person(to), read) : await read(tx)
  return names.get(share.record)
}
