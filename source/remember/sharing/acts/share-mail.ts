import { as, person } from '#ground/database/actor.ts'
import type { MailTemplate } from '#ground/house.ts'
import { longDate } from '#ground/languages/format.ts'
import { peopleWords } from '#ground/languages/messages/people.ts'
import { lastDay } from '#ground/people/rules/last-day.ts'
import { spaceName } from '#ground/people/store/spaces.ts'
import { publicAddress } from '#ground/web/answer.ts'
import { sharingWords } from '../../messages/sharing.ts'
import { recordAddress } from '../../rules/record-address.ts'
import { namesOfRecords } from '../../store/names.ts'
import { sharedWith } from '../store/shares.ts'

/**
 * Tells somebody what is shared with them and until when. It says what that person may read at this moment, read in their own
 * name; null when the share has ended.
 */
export const recordShared: MailTemplate = {
  name: locale => sharingWords[locale].mail.name,
  words: async (house, tx, data, locale, to) => {
    const now = house.clock.now()
    const share = (await sharedWith(tx, to.id, now)).find(one => one.id === String(data.share))
    if (!share) return null
    const m = sharingWords[locale]
    const names = await as(house.db, person(to.id), own => namesOfRecords(own, share.space, [share.record], locale))
    const place = await spaceName(tx, locale, share.space)
    const path = `/${locale}/territories/${share.slug}${recordAddress(share.table, share.record) ?? ''}`
    return {
      subject: m.mail.subject(place),
      paragraphs: [
        peopleWords[locale].mail.hello(to.givenName),
        m.mail.text(names.get(share.record) ?? m.unnamed, place),
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
